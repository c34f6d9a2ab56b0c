// The two CloudFront functions of the template, run as CloudFront runs them. `node --test infra/tests`

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const template = readFileSync(new URL('../template.yaml', import.meta.url), 'utf8');

/** The function of a resource, such as `PageEdge`, from its inline code. */
function edgeFunction(resource) {
  const code = template.match(new RegExp(`^  ${resource}:\\n(?:.*\\n)*?      FunctionCode: \\|\\n((?:        .*\\n|\\n)+)`, 'm'));
  assert.ok(code, `${resource} has inline code`);
  return runInNewContext(`${code[1]}\nhandler`);
}

const page = edgeFunction('PageEdge');
const api = edgeFunction('ApiEdge');

const request = (uri, headers = {}) => ({
  viewer: { ip: '192.0.2.7' },
  request: { method: 'GET', uri, querystring: {}, headers: { host: { value: 'users.example.com' }, ...headers }, cookies: {} },
});

test('every view of the page is index.html', () => {
  for (const view of ['/', '/users', '/users/new', '/sign-in', '/users/0199a7c4-8f7e-7d1c-b3a5-2f6f0c1f9e11/delete', '/users/a.b', '/a.b/c']) {
    assert.equal(page(request(view)).uri, '/index.html', view);
  }
});

test('a file is asked for by its own name, so that a missing one is missed', () => {
  for (const file of ['/index.html', '/favicon.svg', '/robots.txt', '/assets/index-Bx3.js', '/assets/missing.js', '/assets/nothing']) {
    assert.equal(page(request(file)).uri, file);
  }
});

test('the API learns who asked, and under which host', () => {
  const { headers, uri } = api(request('/api/v1/users'));
  assert.equal(uri, '/api/v1/users');
  assert.equal(headers['x-viewer-address'].value, '192.0.2.7');
  assert.equal(headers['x-viewer-host'].value, 'users.example.com');
});

test('what a client claims about itself is overwritten', () => {
  const claims = { 'x-viewer-address': { value: '10.0.0.1' }, 'x-viewer-host': { value: 'evil.example' } };
  const { headers } = api(request('/api/v1/session', claims));
  assert.equal(headers['x-viewer-address'].value, '192.0.2.7');
  assert.equal(headers['x-viewer-host'].value, 'users.example.com');
});

test('a header sent several times does not survive beside the one that counts', () => {
  const claims = { 'x-viewer-address': { value: '10.0.0.1', multiValue: [{ value: '10.0.0.1' }, { value: '10.0.0.2' }] } };
  assert.equal(api(request('/api/v1/session', claims)).headers['x-viewer-address'].multiValue, undefined);
});
