import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import './gallery.css';
import { sceneName, scenes } from './scene.ts';

/** Every component in every state: pick one, and it is there in each width, light and dark. */

const widths = [320, 400, 600];
const schemes = ['light', 'dark'] as const;
const languages = ['en', 'de', 'fr', 'es', 'pt_BR', 'uk', 'ru'];

function Gallery() {
  const [name, setName] = useState(nameInAddress);
  const [language, setLanguage] = useState('en');
  useEffect(() => {
    const follow = () => setName(nameInAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const groups = [...new Set(scenes.map(({ group }) => group))];
  const address = `show.html?${new URLSearchParams({ scene: name, lang: language })}`;
  return (
    <>
      <nav class="scenes" aria-label="Scenes">
        <select aria-label="Language" onChange={(event) => setLanguage(event.currentTarget.value)}>
          {languages.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        {groups.map((group) => (
          <section key={group}>
            <h2>{group}</h2>
            <ul>
              {scenes
                .filter((scene) => scene.group === group)
                .map((scene) => (
                  <li key={scene.state}>
                    <a
                      href={`#${encodeURIComponent(sceneName(scene))}`}
                      aria-current={sceneName(scene) === name ? 'page' : undefined}
                    >
                      {scene.state}
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
      <main class="frames">
        {schemes.map((scheme) => (
          <div class="row" key={scheme}>
            {widths.map((width) => (
              // The scheme of the frame is what the page in it takes for the user's.
              <iframe
                key={`${address} ${width}`}
                title={`${name}, ${width} px, ${scheme}`}
                src={address}
                width={width}
                style={{ colorScheme: scheme }}
              />
            ))}
          </div>
        ))}
      </main>
    </>
  );
}

function nameInAddress(): string {
  const first = scenes[0];
  return decodeURIComponent(location.hash.slice(1)) || (first ? sceneName(first) : '');
}

const root = document.getElementById('root');
if (root) render(<Gallery />, root);
