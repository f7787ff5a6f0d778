/** The blank forms to choose from, each with its picture, where it comes from and what it is for. */
import { memo, useId, useMemo, type JSX } from 'react';
import { drawTemplate } from '../../form/templates/drawTemplate';
import type { Template } from '../../form/templates/template';
import type { Say } from '../../locales/sentences';
import { SheetPicture } from './SheetPicture';
import { Caption } from '../look/Text';
import { makeStyles } from '../look/makeStyles';
import { tokens } from '../look/tokens';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    position: 'relative',
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  picture: {
    flexShrink: 0,
    width: '64px',
    height: 'auto',
    alignSelf: 'flex-start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  texts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  name: {
    padding: 0,
    border: 'none',
    backgroundColor: tokens.colorTransparentBackground,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    // The whole card is pressed, though only the name is read out as the button.
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      borderRadius: tokens.borderRadiusLarge,
    },
    ':focus-visible': { outlineStyle: 'none' },
    ':focus-visible::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  small: { color: tokens.colorNeutralForeground2 },
});

export interface GalleryProps {
  readonly templates: readonly Template[];
  readonly year: number;
  readonly choose: (template: Template) => void;
  readonly say: Say;
}

export const Gallery = memo(function Gallery({ templates, ...rest }: GalleryProps): JSX.Element {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {templates.map((template) => (
        <li key={template.id}>
          <Card template={template} {...rest} />
        </li>
      ))}
    </ul>
  );
});

function Card({
  template,
  year,
  choose,
  say,
}: Omit<GalleryProps, 'templates'> & { readonly template: Template }): JSX.Element {
  const styles = useStyles();
  const id = useId();
  const drawing = useMemo(
    () => drawTemplate(template, { year, unit: '', project: '', ...template.defaults }),
    [template, year],
  );
  const language = say('language');
  return (
    <div className={styles.card}>
      <SheetPicture drawing={drawing} shows="page" className={styles.picture} />
      <div className={styles.texts}>
        <button
          type="button"
          className={styles.name}
          aria-describedby={`${id}-about`}
          data-template={template.id}
          onClick={() => {
            choose(template);
          }}
        >
          {template.name[language]}
        </button>
        <div id={`${id}-about`} className={styles.texts}>
          {template.source !== null && (
            <Caption className={styles.small}>{say('templates.source', { source: template.source })}</Caption>
          )}
          <Caption className={styles.small}>{template.use[language]}</Caption>
        </div>
      </div>
    </div>
  );
}
