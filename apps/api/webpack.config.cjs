const path = require('node:path');
const nodeExternals = require('webpack-node-externals');
const { compilerOptions } = require('../../tsconfig.json');

const root = path.resolve(__dirname, '../..');

/** One file from our own sources; packages stay in node_modules. Decorator metadata is what Nest injects by. */
module.exports = {
  target: 'node22',
  mode: 'production',
  devtool: 'source-map',
  entry: path.join(__dirname, 'main.ts'),
  output: { path: path.join(root, 'dist/apps/api'), filename: 'main.js', clean: true, library: { type: 'commonjs2' } },
  optimization: { minimize: false },
  externals: [nodeExternals({ allowlist: [/^@bota\//] })],
  externalsPresets: { node: true },
  resolve: {
    extensions: ['.ts', '.js'],
    alias: Object.fromEntries(Object.entries(compilerOptions.paths).map(([name, [file]]) => [`${name}$`, path.join(root, file)])),
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          sourceMaps: true,
          jsc: {
            target: 'es2023',
            parser: { syntax: 'typescript', decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
            keepClassNames: true,
          },
        },
      },
    ],
  },
  stats: 'errors-warnings',
  performance: false,
};
