using System.Collections.Immutable;

namespace TaskGen.Generator.Outlining;

/// <summary>The slices of one compilation.</summary>
/// <param name="Assembly">What the assembly as a whole says.</param>
/// <param name="Files">The files that may hold tasks or conditions.</param>
internal readonly record struct SourceSlices(SourceSlice Assembly, ImmutableArray<SourceSlice> Files);
