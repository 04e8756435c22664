using System.Collections.Immutable;

namespace TaskGen.Generator.Outlining;

/// <summary>Represents the slices of one compilation.</summary>
/// <param name="Assembly">The slice of the assembly as a whole.</param>
/// <param name="Files">The slices of the files that might contain tasks or conditions.</param>
internal readonly record struct SourceSlices(SourceSlice Assembly, ImmutableArray<SourceSlice> Files);
