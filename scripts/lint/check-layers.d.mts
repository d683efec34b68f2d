type Imports = ReadonlyMap<string, readonly string[]>
type Layers = readonly (readonly string[])[]
/** @returns sentences; none where all is well */
export function layerProblems(imports: Imports, layers?: Layers, windowLayers?: Layers): string[]
