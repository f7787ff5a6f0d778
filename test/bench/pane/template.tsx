/** What Microsoft's React template for a pane is without its example: Fluent with its theme, a header, a text and a button. */
import { Button, FluentProvider, makeStyles, Text, tokens, webLightTheme } from '@fluentui/react-components';
import type { JSX } from 'react';
import { createRoot } from 'react-dom/client';

const useStyles = makeStyles({
  root: { minHeight: '100vh' },
  header: { padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground3 },
});

function App(): JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <header className={styles.header}>
        <h1>Contoso</h1>
      </header>
      <Text>Modify the source files, then run this pane.</Text>
      <Button appearance="primary">Run</Button>
    </div>
  );
}

const place = document.getElementById('pane');
void Office.onReady().then(() => {
  if (!place) return;
  // For the workbench to know that the page is connected.
  Office.actions.associate('recalculate', (event: Office.AddinCommands.Event) => {
    event.completed();
  });
  createRoot(place).render(
    <FluentProvider theme={webLightTheme}>
      <App />
    </FluentProvider>,
  );
});
