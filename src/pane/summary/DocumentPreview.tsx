/** A document as it will be handed in, to be read in the pane; what a person still has to write is marked. */
import { memo, type JSX, type Ref } from 'react';
import {
  totalSpan,
  type Block,
  type DocumentPart,
  type Run,
  type TableBlock,
  type TableRow,
} from '../../form/summary/textDocument';
import { makeStyles, mergeClasses } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  paper: {
    maxHeight: '60vh',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, textAlign: 'center' },
  heading: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase300 },
  minor: { fontWeight: tokens.fontWeightMedium },
  text: { margin: `${tokens.spacingVerticalXS} 0 0`, textIndent: '2em' },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: '2em' },
  signature: { margin: `${tokens.spacingVerticalS} 0 0`, textAlign: 'right' },
  table: {
    width: '100%',
    marginTop: tokens.spacingVerticalXS,
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: { fontSize: tokens.fontSizeBase300, paddingBottom: tokens.spacingVerticalXXS },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'center',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  mark: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorStatusWarningForeground2,
    // Windows' contrast themes take backgrounds away.
    '@media (forced-colors: active)': {
      outline: '1px solid CanvasText',
      backgroundColor: 'Canvas',
      color: 'CanvasText',
    },
  },
});

export interface DocumentPreviewProps {
  readonly part: DocumentPart;
  /** What the paper is called for those who cannot see it. */
  readonly label: string;
  readonly paper: Ref<HTMLElement>;
}

export const DocumentPreview = memo(function DocumentPreview({
  part,
  label,
  paper,
}: DocumentPreviewProps): JSX.Element {
  const styles = useStyles();
  return (
    // It scrolls, so it can be reached by keyboard.
    <section ref={paper} className={styles.paper} aria-label={label} tabIndex={0} lang="zh-CN">
      <h3 className={styles.title}>{part.title}</h3>
      {part.blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </section>
  );
});

function BlockView({ block }: { readonly block: Block }): JSX.Element {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading':
      return <HeadingView level={block.level} text={block.text} />;
    case 'paragraph':
      return (
        <p className={styles.text}>
          <RunsView runs={block.runs} />
        </p>
      );
    case 'list':
      return (
        <ol className={styles.list}>
          {block.items.map((runs, index) => (
            <li key={index}>
              <RunsView runs={runs} />
            </li>
          ))}
        </ol>
      );
    case 'table':
      return <TableView table={block} />;
    case 'signature':
      return (
        <p className={styles.signature}>
          {block.lines.map((runs, index) => (
            <span key={index}>
              {index > 0 && <br />}
              <RunsView runs={runs} />
            </span>
          ))}
        </p>
      );
  }
}

function HeadingView({ level, text }: { readonly level: 1 | 2 | 3; readonly text: string }): JSX.Element {
  const styles = useStyles();
  const Heading = ({ 1: 'h4', 2: 'h5', 3: 'h6' } as const)[level];
  return <Heading className={mergeClasses(styles.heading, level === 3 && styles.minor)}>{text}</Heading>;
}

function RunsView({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  const styles = useStyles();
  return (
    <>
      {runs.map(({ kind, text }, index) =>
        kind === 'blank' ? (
          <mark key={index} className={styles.mark}>
            {text}
          </mark>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </>
  );
}

function TableView({ table }: { readonly table: TableBlock }): JSX.Element {
  const styles = useStyles();
  const strong = mergeClasses(styles.cell, styles.strong);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ header }, index) => (
            <th key={index} scope="col" className={strong}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <RowView key={index} row={row} className={styles.cell} span={1} />
        ))}
        <RowView row={table.total} className={strong} span={totalSpan(table)} />
      </tbody>
    </table>
  );
}

function RowView({
  row,
  className,
  span,
}: {
  readonly row: TableRow;
  readonly className: string;
  readonly span: number;
}): JSX.Element {
  return (
    <tr>
      {row.map(({ text }, index) =>
        index > 0 && index < span ? null : (
          <td key={index} className={className} colSpan={index === 0 ? span : 1}>
            {text}
          </td>
        ),
      )}
    </tr>
  );
}
