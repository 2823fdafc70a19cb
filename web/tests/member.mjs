// What somebody with an account does, in verbs.
export async function signIn(page, base, { name, password }) {
  await page.goto(base);
  await fillIn(page, { name, password });
  await page.getByRole("heading", { name: "Practice being there for someone" }).waitFor();
}

export async function fillIn(page, { name, password }) {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).last().click();
}

/// By an admin's page: the link that makes one account.
export async function inviteLink(admin, base, role, group = "Peer") {
  await admin.goto(`${base}/people`);
  await admin.getByLabel("Role", { exact: true }).selectOption({ label: role });
  await admin.getByLabel("Reviews as", { exact: true }).selectOption({ label: group });
  await admin.getByRole("button", { name: "Make a link" }).click();
  return admin.getByLabel("The invitation’s link").inputValue();
}

/// Opens an invitation's link and comes in by it.
export async function join(page, link, { name, password }) {
  await page.goto(link);
  await page.getByLabel("A name to sign in with").fill(name);
  await page.getByLabel("A password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByRole("heading", { name: "Practice being there for someone" }).waitFor();
}
