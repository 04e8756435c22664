using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Outlining;

/// <summary>Divides a compilation into the slices that tasks depend on.</summary>
internal static class SourceSlicer
{
    /// <summary>
    /// Returns the slice of the whole compilation, which changes with any declaration, reference, or option, but not with the body of a
    /// member. This step is the only one that runs after each keystroke.
    /// </summary>
    public static WholeCompilation CutWhole(Compilation compilation, CancellationToken cancellationToken)
    {
        var hash = StartOf(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            hash.Add(SourceOutline.Of(tree, cancellationToken).Hash);
        }

        return new WholeCompilation(compilation, hash.Value);
    }

    /// <summary>Returns the slice of the assembly as a whole, and the slices of the files that may contain tasks or conditions.</summary>
    public static SourceSlices Cut(WholeCompilation whole, CancellationToken cancellationToken)
    {
        var compilation = whole.Compilation;
        var outlines = ImmutableArray.CreateBuilder<SourceOutline>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            outlines.Add(SourceOutline.Of(tree, cancellationToken));
        }

        var graph = new OutlineGraph(outlines.ToImmutable());
        var environment = ReadEnvironment(compilation, outlines, graph, cancellationToken);
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outline in outlines)
        {
            aliases.UnionWith(outline.GlobalMarkerAliases);
        }

        var files = ImmutableArray.CreateBuilder<SourceSlice>();
        for (var file = 0; file < outlines.Count; file++)
        {
            if (outlines[file].MayHoldMarkers(aliases))
            {
                var hash = OutlineHash.Start;
                hash.Add(environment);
                hash.Add(graph.ClosureOf(file, cancellationToken));
                files.Add(new SourceSlice(whole, hash.Value, file));
            }
        }

        return new SourceSlices(new SourceSlice(whole, environment), files.ToImmutable());
    }

    // Returns a hash of everything on which a file can depend without mentioning its name.
    private static ulong ReadEnvironment(
        Compilation compilation, ImmutableArray<SourceOutline>.Builder outlines, OutlineGraph graph, CancellationToken cancellationToken)
    {
        var hash = StartOf(compilation);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var file = 0; file < outlines.Count; file++)
        {
            names.UnionWith(outlines[file].Namespaces);
            names.UnionWith(outlines[file].ClientTypes);
            if (outlines[file].IsEnvironment)
            {
                hash.Add(graph.ClosureOf(file, cancellationToken));
            }
        }

        foreach (var name in names)
        {
            hash.Add(name);
        }

        return hash.Value;
    }

    private static OutlineHash StartOf(Compilation compilation)
    {
        var hash = OutlineHash.Start;
        hash.Add(compilation.AssemblyName ?? "");
        hash.Add(ObjectNumbers.Of(compilation.Options));
        foreach (var reference in compilation.References)
        {
            hash.Add(ObjectNumbers.Of(reference));
        }

        return hash;
    }
}
