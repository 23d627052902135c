// Facts of the repository that nothing else would notice: one version, one shape for all packages, who depends on whom, what is generated is
// up to date, what a change builds again, and that every public name has a description.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, matchesGlob } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readElements } from '../manifests.mjs';
import { root } from './pages.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');
const json = (file) => JSON.parse(read(file));

const workspaces = globSync('{packages,apps}/*/package.json', { cwd: root })
  .sort()
  .map((file) => ({ folder: dirname(file), short: basename(dirname(file)), manifest: json(file) }));
const packages = workspaces.filter(({ folder }) => folder.startsWith('packages'));
const elements = readElements();
const elementNames = elements.map((element) => `@galley/${element.package}`);
const isElement = ({ manifest }) => elementNames.includes(manifest.name);

/** Names of this repository that a workspace depends on, in any way. */
const dependenciesOf = ({ dependencies, devDependencies, peerDependencies, optionalDependencies }) =>
  Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies });

test('there are the six elements at least, and the packages around them', () => {
  assert.ok(elements.length >= 6);
  for (const name of [
    'core',
    'elements',
    'html-validate',
    'structured-data',
    'tokens',
    ...elements.map((element) => element.package),
  ])
    assert.ok(
      packages.some(({ short }) => short === name),
      name,
    );
  for (const { short, manifest } of packages) assert.equal(manifest.name, `@galley/${short}`);
});

describe('versions', () => {
  test('all packages have the same', () => {
    const versions = packages.map(({ short, manifest }) => `${short} ${manifest.version}`);
    assert.deepEqual(
      versions,
      packages.map(({ short }) => `${short} ${packages[0].manifest.version}`),
    );
    assert.match(packages[0].manifest.version, /^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  test('each asks for that of the others', () => {
    for (const { manifest } of workspaces)
      for (const kind of ['dependencies', 'devDependencies'])
        for (const [name, version] of Object.entries(manifest[kind] ?? {}))
          if (name.startsWith('@galley/'))
            assert.equal(version, packages[0].manifest.version, `${manifest.name}: ${name}`);
  });

  for (const { package: name } of elements) {
    test(`${name}: its class carries the package's`, { timeout: 60_000 }, async () => {
      const module = await import(pathToFileURL(join(root, 'packages', name, 'dist', `${name}.js`)));
      const versioned = Object.values(module).filter(
        (each) => typeof each === 'function' && 'version' in each,
      );
      assert.equal(versioned.length, 1);
      const { version } = json(`packages/${name}/package.json`);
      assert.equal(versioned[0].version, version, 'in dist: build');
      assert.ok(
        read(`packages/${name}/src/${name}.ts`).includes(`static readonly version: string = '${version}';`),
        'in src',
      );
    });
  }

  test('a dependency from outside is asked for in one range', () => {
    const ranges = {};
    for (const { manifest } of packages)
      for (const [name, range] of Object.entries(manifest.dependencies ?? {}))
        if (!name.startsWith('@galley/')) (ranges[name] ??= {})[manifest.name] = range;
    for (const [name, askers] of Object.entries(ranges))
      assert.equal(
        new Set(Object.values(askers)).size,
        1,
        `${name}: two ranges may bring two copies: ${JSON.stringify(askers)}`,
      );
  });
});

describe('published packages', () => {
  const published = packages.filter(({ manifest }) => !manifest.private);

  test('all are published', () => assert.deepEqual(published, packages));

  for (const { folder, short, manifest } of published) {
    describe(short, () => {
      const { exports, files, sideEffects } = manifest;
      const inPackage = (file) =>
        globSync(file, { cwd: join(root, folder) }).map((each) => each.replaceAll('\\', '/'));
      const isPublished = (path) => {
        const file = path.replace(/^\.\//, '');
        return (
          file === 'package.json' ||
          files.some((each) => file === each || file.startsWith(`${each}/`) || matchesGlob(file, each))
        );
      };

      test('says what it is', () => {
        assert.ok(manifest.description.endsWith('.'));
        assert.equal(manifest.license, json('package.json').license);
        assert.equal(read(join(folder, 'LICENSE')), read('LICENSE'));
        assert.equal(manifest.type, 'module');
        assert.deepEqual(manifest.publishConfig, { access: 'public' });
        assert.equal(
          manifest.main ?? manifest.module ?? manifest.types,
          undefined,
          'exports alone say what there is',
        );
      });

      test('exports types first, development before default, default last, and only what is published', () => {
        assert.ok(exports['./package.json']);
        for (const [entry, target] of Object.entries(exports)) {
          if (typeof target === 'string') {
            assert.match(entry, /\.json$|\*$/, `${entry} has no types`);
          } else {
            const conditions = Object.keys(target);
            assert.ok(
              ['types,default', 'types,development,default'].includes(conditions.join()),
              `${entry}: ${conditions}`,
            );
            assert.match(target.types, /\.d\.ts$/);
            if (target.development) assert.match(target.development, /\.development\.js$/);
          }
          for (const path of Object.values(typeof target === 'string' ? { target } : target)) {
            assert.ok(isPublished(path), `${path} is not in files`);
            assert.ok(inPackage(path).length, `${path} is missing: build`);
          }
        }
      });

      test('publishes dist, its manifest and nothing of the tests', () => {
        assert.ok(files.includes('dist') && files.some((each) => each.startsWith('src')));
        for (const each of files) assert.ok(inPackage(each).length, `${each} is missing: build`);
        assert.ok(!files.some((each) => /test|stories|mdx|tsconfig/.test(each)));
        if (existsSync(join(root, folder, 'custom-elements.json')))
          assert.equal(manifest.customElements, 'custom-elements.json');
        if (manifest.customElements) {
          assert.ok(isPublished(manifest.customElements), 'the manifest is not in files');
          assert.equal(exports['./custom-elements.json'], './custom-elements.json');
        }
      });

      test('names every module and stylesheet with a side effect', () => {
        const kept = (file) =>
          sideEffects === undefined ||
          (Array.isArray(sideEffects) &&
            sideEffects.some((each) => matchesGlob(file, each.replace(/^\.\//, ''))));
        const defining = inPackage('{dist,src}/**/define*.{js,ts}').filter((file) => !file.endsWith('.d.ts'));
        if (short !== 'core')
          for (const file of defining) assert.ok(kept(file), `${file} would be dropped by a bundler`);
        for (const file of inPackage('{dist,src}/**/*.css'))
          assert.ok(kept(file), `${file} would be dropped by a bundler`);
        for (const file of inPackage('dist/cdn/galley.js'))
          assert.ok(kept(file), `${file} would be dropped by a bundler`);
        // A class alone registers nothing, so it can be left out.
        assert.ok(
          sideEffects !== undefined && !kept(`dist/${short}.js`),
          `${short}.js can never be left out`,
        );
        // What no longer exists is no longer named.
        for (const each of sideEffects || [])
          if (!each.includes('*')) assert.ok(inPackage(each).length, `${each} is missing`);
      });

      if (isElement({ manifest })) {
        test('has the shape of every element', () => {
          const expected = JSON.parse(read('scripts/new-element/package.json').replaceAll('__name__', short));
          const { name, version, description, dependencies, ...shape } = manifest;
          assert.ok(name && version && description);
          // As text: the order of conditions has a meaning.
          const { dependencies: common, ...rest } = expected;
          for (const key of ['name', 'version', 'description']) delete rest[key];
          // What is loaded later may have an entry of its own.
          shape.exports = Object.fromEntries(
            Object.entries(shape.exports).filter(([entry]) => entry in rest.exports),
          );
          assert.equal(JSON.stringify(shape, null, 1), JSON.stringify(rest, null, 1));
          for (const each of Object.keys(common))
            assert.ok(dependencies[each], `${each} is not a dependency`);
          assert.deepEqual(inPackage('src/define*.ts').sort(), [
            'src/define.development.ts',
            'src/define.ts',
          ]);
        });
      }
    });
  }
});

describe('who depends on whom', () => {
  const LIT = ['@lit/reactive-element', 'lit-html'];
  const allowed = {
    '@galley/tokens': [],
    // A DOM for its command, and types. It reads the elements' HTML, never their code.
    '@galley/structured-data': ['linkedom', 'schema-dts'],
    // Its rules are html-validate's to run; what it knows of the elements is in it, built from their manifest.
    '@galley/html-validate': ['html-validate'],
    '@galley/core': LIT,
    ...Object.fromEntries(elementNames.map((name) => [name, [...LIT, '@galley/core']])),
    '@galley/captioned-figure': [...LIT, '@galley/core', 'thumbhash'],
    // What a page without a bundler sets words with.
    '@galley/elements': [...elementNames, '@galley/core'],
    '@galley/react': ['@galley/elements', '@lit/react'],
  };

  /** What the build of a package reads of this house, and the package itself does not. */
  const readByBuild = {
    '@galley/elements': ['@galley/tokens'],
    '@galley/html-validate': ['@galley/elements'],
  };

  for (const { folder, manifest } of packages) {
    test(manifest.name, () => {
      const own = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
      assert.ok(allowed[manifest.name], 'a package without a rule');
      assert.deepEqual(
        own.filter((name) => !allowed[manifest.name].includes(name)),
        [],
      );
      // Development tools may be anything, but of this house only what the build reads.
      const built = dependenciesOf(manifest).filter(
        (name) => name.startsWith('@galley/') && !own.includes(name),
      );
      assert.deepEqual(built, readByBuild[manifest.name] ?? []);
      // What the source imports is what is declared.
      const imported = globSync('src/**/*.ts', { cwd: join(root, folder) }).flatMap((file) =>
        [...read(join(folder, file)).matchAll(/(?:from|import)\s*\(?\s*['"]((?:@[\w-]+\/)?[\w-]+)/g)].map(
          ([, name]) => name,
        ),
      );
      // Only a package with a command may use Node's own modules.
      const builtIn = manifest.bin ? ['node'] : [];
      assert.deepEqual(
        [...new Set(imported)].filter((name) => ![...own, ...builtIn].includes(name)),
        [],
      );
    });
  }
});

test('no source writes HTML or code from text', () => {
  const banned =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser|unsafeHTML)\b|document\.write|\beval\b|\bnew Function\b|\bset(Timeout|Interval)\(\s*['"`]|javascript:/;
  const files = globSync('packages/*/src/**/*.ts', { cwd: root });
  assert.ok(files.length > 25);
  const found = files.flatMap((file) => {
    const code = read(file).replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, '');
    const [match] = banned.exec(code) ?? [];
    return match ? [`${file}: ${match}`] : [];
  });
  assert.deepEqual(found, []);
});

test('the lockfile names no registry', () => {
  const { packages: locked } = json('package-lock.json');
  assert.ok(Object.keys(locked).length > 100);
  const resolved = Object.entries(locked).filter(
    ([, { resolved, link }]) => resolved && !(link && /^(packages|apps)\//.test(resolved)),
  );
  assert.deepEqual(
    resolved.map(([path, { resolved }]) => `${path}: ${resolved}`),
    [],
  );
  assert.doesNotMatch(read('package-lock.json'), /https?:\/\/[^"]*\.tgz/);
});

describe('what is generated is up to date', () => {
  for (const script of ['ad-sizes.mjs', 'readme.mjs', 'conformance.mjs']) {
    test(`scripts/${script} --check`, { timeout: 60_000 }, () => {
      execFileSync(process.execPath, [join(root, 'scripts', script), '--check'], {
        cwd: root,
        stdio: 'pipe',
      });
    });
  }
});

describe('manifests', () => {
  const KINDS = [
    'attributes',
    'events',
    'cssParts',
    'cssProperties',
    'cssStates',
    'lightParts',
    'slots',
    'members',
  ];

  for (const element of elements) {
    test(`${element.package}: every public name is described`, () => {
      const named = KINDS.flatMap((kind) => (element[kind] ?? []).map((item) => ({ kind, ...item })));
      assert.ok(element.attributes.length && named.length > 6);
      // The members that a reader of the manifest sees; `static properties` and such are not among them.
      const without = named.filter(
        ({ description, inheritedFrom }) => !inheritedFrom && !/\S.*\S/.test(description ?? ''),
      );
      assert.deepEqual(
        without.map(({ kind, name }) => `${kind} ${name}`),
        [],
      );
      const unnamed = named.filter(({ name }) => !name);
      assert.deepEqual(unnamed, []);
      assert.ok(element.summary && element.description);
    });

    test(`${element.package}: the custom properties of its stylesheet are those that it documents`, () => {
      const styles = globSync(`packages/${element.package}/src/*.{css,styles.ts}`, { cwd: root })
        .map(read)
        .join('');
      const used = new Set([...styles.matchAll(/var\(\s*(--galley-[\w-]+)/g)].map(([, name]) => name));
      assert.deepEqual([...used].sort(), (element.cssProperties ?? []).map(({ name }) => name).sort());
    });
  }
});

describe('turbo', () => {
  /** Whether each build is in the cache. */
  const plan = () => {
    const output = execFileSync(join(root, 'node_modules/.bin/turbo'), ['run', 'build', '--dry=json'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    });
    const { tasks } = JSON.parse(output.slice(output.indexOf('{')));
    return Object.fromEntries(tasks.map(({ package: name, cache }) => [name, cache.status]));
  };
  const missed = (before, after) =>
    Object.keys(after)
      .filter((name) => after[name] === 'MISS' && before[name] !== 'MISS')
      .sort();

  /** A package and all that depend on it, directly or not, of those that are built. */
  const dependents = (name, found = new Set([name])) => {
    for (const { manifest } of workspaces) {
      if (!found.has(manifest.name) && dependenciesOf(manifest).includes(name))
        dependents(manifest.name, found.add(manifest.name));
    }
    return found;
  };
  const builds = workspaces
    .filter(({ manifest }) => manifest.scripts?.build)
    .map(({ manifest }) => manifest.name);
  const rebuilt = (name) => builds.filter((each) => dependents(name).has(each)).sort();

  /** The plan while there is one more file in a package. */
  const planWith = (file) => {
    const path = join(root, file);
    assert.ok(!existsSync(path));
    try {
      writeFileSync(path, 'What house.test.mjs puts here for a moment.\n');
      return plan();
    } finally {
      rmSync(path, { force: true });
    }
  };

  test('after a build, every build is in the cache', { timeout: 60_000 }, () => {
    const status = plan();
    assert.deepEqual(Object.keys(status).sort(), builds.sort());
    assert.deepEqual(
      Object.entries(status).filter(([, each]) => each !== 'HIT'),
      [],
      'build first: turbo run build',
    );
  });

  test('a file in one element builds it and its dependents again, nothing else', { timeout: 60_000 }, () => {
    const expected = rebuilt('@galley/timestamp');
    assert.deepEqual(
      expected.filter((name) => !name.match(/react|benchmarks|consumers/)),
      ['@galley/elements', '@galley/html-validate', '@galley/newsroom', '@galley/timestamp'],
    );
    assert.deepEqual(missed(plan(), planWith('packages/timestamp/src/house-test.txt')), expected);
  });

  test('a file in the tokens builds no element again', { timeout: 60_000 }, () => {
    const found = missed(plan(), planWith('packages/tokens/src/house-test.txt'));
    assert.deepEqual(found, rebuilt('@galley/tokens'));
    assert.deepEqual(
      found.filter((name) => elementNames.includes(name)),
      [],
    );
  });

  test('a test builds nothing again', { timeout: 60_000 }, () => {
    assert.deepEqual(missed(plan(), planWith('packages/timestamp/test/house-test.txt')), []);
  });
});
