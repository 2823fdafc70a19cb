/// *Help for me*: one press away on every page, with or without a network.
import { createContext, type ComponentChildren, type JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import { Dialog } from "./dialog";
import { DANGER, ELSEWHERE, PLACES, type Service, linkOf } from "./help_places";
import "./help.css";

const Opener = createContext<() => void>(() => undefined);

export function HelpHome({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <Opener.Provider value={() => setOpen(true)}>
      {children}
      {open && <HelpDialog onClose={() => setOpen(false)} />}
    </Opener.Provider>
  );
}

/// Opens *Help for me*.
export function useHelp(): () => void {
  return useContext(Opener);
}

export function HelpButton({ look = "link" }: { readonly look?: string }): JSX.Element {
  const open = useHelp();
  return <button type="button" class={look} onClick={open}>Help for me</button>;
}

function Line(service: Service): JSX.Element {
  const { name, act, number, more } = service;
  return (
    <li>
      <span class="help-name">{name}</span>
      {act} <a href={linkOf(service)}>{number}</a>{more}
    </li>
  );
}

function HelpDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <Dialog title="Help for me" onClose={onClose} closable>
      <p>
        This kind of practice can stir things up. You can stop at any moment, and you need no
        reason. These people are there to listen to you.
      </p>
      <p class="help-danger">{DANGER}</p>
      <div class="help-places">
        {PLACES.map(({ place, services }) => (
          <section key={place}>
            <h3>{place}</h3>
            <ul>{services.map((service) => <Line key={service.name} {...service} />)}</ul>
          </section>
        ))}
      </div>
      <p>
        Anywhere else: <a href="https://findahelpline.com" rel="noreferrer">findahelpline.com</a>
        {ELSEWHERE.replace(/^.*?findahelpline\.com/, "")}
      </p>
      <p class="soft small">This list comes with the page and is here without a network.</p>
    </Dialog>
  );
}
