import { describe, expect, it } from 'vitest';
import { readAptSources, readAptWays, readNpmWays, readVariables, sourcesList } from './host-settings.ts';

describe('readAptSources', () => {
  it("takes Debian's own, each component once, and nobody else's packages for it", () => {
    const targets = `http://mirror.example/debian/ bookworm main
http://mirror.example/debian/ bookworm contrib
http://mirror.example/debian/ bookworm main
http://mirror.example/security/ bookworm-security main
https://vendor.example/apt/ tool-bookworm main
https://vendor.example/node/ nodistro main
`;
    expect(sourcesList(readAptSources(targets))).toBe(
      'deb http://mirror.example/debian/ bookworm main contrib\n' +
        'deb http://mirror.example/security/ bookworm-security main\n',
    );
  });

  it("goes to Debian's own address from another system", () => {
    expect(readAptSources('http://mirror.example/ubuntu/ noble main\n')).toMatchObject([
      { suite: 'bookworm', components: ['main'] },
    ]);
  });
});

describe('readAptWays', () => {
  it('takes proxies and what is checked, and no program, file or hook of this machine', () => {
    const dump = `APT::Architecture "amd64";
Acquire::http::Proxy "http://proxy.example:3128";
Acquire::http::Proxy-Auto-Detect "/usr/local/bin/detect";
Acquire::https::CaInfo "/etc/ssl/mine.pem";
Acquire::https::SslKey "/etc/ssl/mine.key";
Acquire::Check-Valid-Until "false";
Acquire::Languages:: "en";
DPkg::Post-Invoke:: "rm -rf /";
`;
    expect(readAptWays(dump)).toBe(
      'Acquire::http::Proxy "http://proxy.example:3128";\nAcquire::Check-Valid-Until "false";\n',
    );
  });
});

describe('readNpmWays', () => {
  it('takes the ways to registries, and neither folders nor passwords', () => {
    const config = {
      registry: 'https://registry.example/',
      '@team:registry': 'https://team.example/',
      'https-proxy': null,
      'strict-ssl': true,
      prefix: '/usr',
      nodedir: '/usr',
      cafile: '/etc/ssl/mine.pem',
      '//registry.example/:_authToken': 'secret',
      cache: '/home/me/.npm',
    };
    const { npmrc, cafile } = readNpmWays(JSON.stringify(config));
    expect(npmrc.split('\n').filter(Boolean)).toEqual([
      'registry=https://registry.example/',
      '@team:registry=https://team.example/',
      'strict-ssl=true',
    ]);
    expect(cafile).toBe('/etc/ssl/mine.pem');
  });

  it('has no file of authorities where npm has none', () => {
    expect(readNpmWays('{"cafile":null}').cafile).toBeUndefined();
  });
});

describe('readVariables', () => {
  it("takes proxies and says that it is CI, and takes nothing else of a person's environment", () => {
    expect(
      readVariables({
        https_proxy: 'http://p.example',
        NO_PROXY: 'localhost',
        OPENAI_API_KEY: 'sk-mine',
        HOME: '/root',
        CI: '1',
      }),
    ).toEqual({
      https_proxy: 'http://p.example',
      NO_PROXY: 'localhost',
      CI: 'true',
    });
  });
});
