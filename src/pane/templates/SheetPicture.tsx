/** A picture of a drawn sheet, on white paper in every theme. It says nothing to a screen reader: whoever shows it tells the same in words. */
import { memo, type JSX } from 'react';
import type { SheetDrawing } from '../../form/templates/sheetDrawing';
import { layPicture } from './layPicture';

/** Paper and ink are those of a printed form. */
const PAPER = '#ffffff';
const INK = '#000000';
/** A4. */
const PAGE_RATIO = Math.SQRT2;

export interface SheetPictureProps {
  readonly drawing: SheetDrawing;
  /** "page" shows the upper part of the sheet, as much as is on a page. */
  readonly shows: 'all' | 'page';
  readonly className: string;
}

export const SheetPicture = memo(function SheetPicture({
  drawing,
  shows,
  className,
}: SheetPictureProps): JSX.Element {
  const { width, height, frames, grounds, lines } = layPicture(drawing);
  const page = drawing.print.isLandscape ? width / PAGE_RATIO : width * PAGE_RATIO;
  const shown = shows === 'all' ? height : page;
  return (
    <svg
      className={className}
      viewBox={`-8 -8 ${width + 16} ${shown + 16}`}
      fontFamily={`${drawing.font}, SimSun, serif`}
      aria-hidden="true"
    >
      <rect x={-8} y={-8} width={width + 16} height={shown + 16} fill={PAPER} />
      {grounds.map(({ color, path }) => (
        <path key={color} d={path} fill={color} />
      ))}
      <path d={frames} fill="none" stroke={INK} strokeWidth={0.75} />
      {lines.map(({ x, y, text, size, isBold, anchor }, index) => (
        <text
          key={index}
          x={x}
          y={y}
          fontSize={size}
          fontWeight={isBold ? 700 : 400}
          textAnchor={anchor}
          fill={INK}
        >
          {text}
        </text>
      ))}
    </svg>
  );
});
