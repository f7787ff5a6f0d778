/** The blank forms to choose from, each with its picture, where it comes from and what it is for. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useId, useMemo, type JSX } from 'react';
import { drawTemplate } from '../../form/templates/drawTemplate';
import type { Template } from '../../form/templates/template';
import type { Say } from '../../locales/sentences';
import { SheetPicture } from './SheetPicture';

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
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  picture: {
    flexShrink: 0,
    width: '64px',
    height: 'auto',
    alignSelf: 'flex-start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  texts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
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
    <button
      type="button"
      className={styles.card}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-about`}
      data-template={template.id}
      onClick={() => {
        choose(template);
      }}
    >
      <SheetPicture drawing={drawing} shows="page" className={styles.picture} />
      <span className={styles.texts}>
        <span id={`${id}-name`} className={styles.name}>
          {template.name[language]}
        </span>
        <span id={`${id}-about`} className={styles.texts}>
          {template.source !== null && (
            <Caption1 className={styles.small}>
              {say('templates.source', { source: template.source })}
            </Caption1>
          )}
          <Caption1 className={styles.small}>{template.use[language]}</Caption1>
        </span>
      </span>
    </button>
  );
}
