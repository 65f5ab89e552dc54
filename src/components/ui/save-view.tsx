"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "./button";
import { Checkbox } from "./checkbox";
import { Dialog } from "./dialog";
import { Popup } from "./popup";
import { PressButton } from "./press-button";
import { TAB } from "./tabs";
import { TextField } from "./text-field";

/** The longest name of a view; longer ones would push the others out of sight. */
const LONGEST = 60;

function useNameForm(first: string, save: (name: string) => Promise<unknown>, done: () => void) {
  const t = useTranslations("ui");
  const [name, setName] = useState(first);
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    // A form in a dialog over a form must not send the other one.
    event.stopPropagation();
    if (name.trim() === "") return setError(t("views.nameMissing"));
    setPending(true);
    setError(undefined);
    try {
      await save(name.trim());
      done();
    } catch (cause) {
      setError(cause instanceof Error && cause.message ? cause.message : t("failed"));
    } finally {
      setPending(false);
    }
  }
  const field = (
    <TextField
      label={t("views.name")}
      value={name}
      maxLength={LONGEST}
      autoFocus
      onFocus={(event) => event.target.select()}
      autoComplete="off"
      error={error}
      onChange={(event) => {
        setName(event.target.value);
        setError(undefined);
      }}
    />
  );
  return { field, pending, submit };
}

/** The last of the tabs: a name, and whether the school sees the view too. */
export function SaveView({
  onSave,
}: {
  onSave: (view: { name: string; shared: boolean }) => Promise<unknown>;
}) {
  const t = useTranslations("ui.views");
  const [open, setOpen] = useState(false);
  return (
    <Popup
      label={t("save")}
      open={open}
      onOpenChange={setOpen}
      className="w-72 max-w-[calc(100vw-2rem)] p-4"
      trigger={
        <PressButton className={TAB}>
          <Plus className="size-3.5! text-icon" />
          {t("save")}
        </PressButton>
      }
    >
      <SaveForm onSave={onSave} onDone={() => setOpen(false)} />
    </Popup>
  );
}

function SaveForm(props: {
  onSave: (view: { name: string; shared: boolean }) => Promise<unknown>;
  onDone: () => void;
}) {
  const t = useTranslations("ui");
  const [shared, setShared] = useState(false);
  const form = useNameForm("", (name) => props.onSave({ name, shared }), props.onDone);
  return (
    <form noValidate onSubmit={form.submit} className="grid gap-3">
      {form.field}
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t("views.shareWithSchool")}
      </Checkbox>
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onPress={props.onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={form.pending}>
          {t("views.save")}
        </Button>
      </div>
    </form>
  );
}

/** Asks for another name of a saved view. */
export function RenameView(props: {
  name: string;
  onRename: (name: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTranslations("ui");
  const form = useNameForm(props.name, props.onRename, props.onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
      title={t("views.rename")}
      dismissable={false}
    >
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        {form.field}
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onPress={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="primary" pending={form.pending}>
            {t("views.rename")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
