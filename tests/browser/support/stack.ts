/** The running product that is tested, as `cargo xtask test browser` describes it. */
export const stack = {
  url: needed("BACKOFFICE_URL"),
  email: needed("BACKOFFICE_ADMIN_EMAIL"),
  password: needed("BACKOFFICE_ADMIN_PASSWORD"),
  database: needed("AWS_ENDPOINT_URL_DYNAMODB"),
  table: needed("TABLE_NAME"),
};

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with \`cargo xtask test browser\``);
  return value;
}
