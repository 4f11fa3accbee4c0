/** The files a map can be saved as. */
export function Saves({ png, csv, npy }: { readonly png: () => void; readonly csv: () => void; readonly npy: () => void }) {
  return (
    <p className="saves">
      Save as
      <button type="button" className="link-button" onClick={png}>PNG</button>
      <button type="button" className="link-button" onClick={csv}>CSV</button>
      <button type="button" className="link-button" onClick={npy}>npy</button>
    </p>
  )
}
