using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Guarding;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// Divides a compilation into the slices that tasks depend on. Each method has a counterpart for the case that it throws an exception. The
/// slices of the counterpart differ from all others, so that nothing is missing, and all steps run again.
/// </summary>
internal static class SourceSlicer
{
    /// <summary>
    /// Returns the slice of the whole compilation, which changes with any declaration, reference, or option, but not with the body of a
    /// member. This step is the only one that runs after each keystroke.
    /// </summary>
    public static WholeCompilation CutWhole(Compilation compilation, StepRun run)
    {
        var outlines = ImmutableArray.CreateBuilder<SourceOutline>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            outlines.Add(run.TryRun(tree, static (file, part) => SourceOutline.Of(file, part.CancellationToken), out var outline)
                ? outline
                : SourceOutline.Unknown(tree));
        }

        return CutWhole(compilation, outlines.ToImmutable());
    }

    /// <summary>Returns a slice of the whole compilation that differs from all others.</summary>
    public static WholeCompilation CutUnknown(Compilation compilation)
    {
        var outlines = ImmutableArray.CreateBuilder<SourceOutline>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            outlines.Add(SourceOutline.Unknown(tree));
        }

        return CutWhole(compilation, outlines.ToImmutable());
    }

    /// <summary>Returns the slice of the assembly as a whole, which changes with everything that can affect all files.</summary>
    public static SourceSlice CutAssembly(WholeCompilation whole, StepRun run) =>
        new(whole, ReadEnvironment(whole, new OutlineGraph(whole.Outlines), run.CancellationToken));

    /// <summary>Returns a slice of the assembly that differs from all others.</summary>
    public static SourceSlice CutUnknownAssembly(WholeCompilation whole) => new(whole, ObjectNumbers.Next());

    /// <summary>Returns the slices of the files that may contain tasks or conditions.</summary>
    public static ImmutableArray<SourceSlice> CutFiles(WholeCompilation whole, StepRun run)
    {
        var graph = new OutlineGraph(whole.Outlines);
        var environment = ReadEnvironment(whole, graph, run.CancellationToken);
        var aliases = ReadAliases(whole.Outlines);
        var files = ImmutableArray.CreateBuilder<SourceSlice>();
        for (var file = 0; file < whole.Outlines.Length; file++)
        {
            if (whole.Outlines[file].MayHoldMarkers(aliases))
            {
                var hash = OutlineHash.Start;
                hash.Add(environment);
                hash.Add(graph.ClosureOf(file, run.CancellationToken));
                files.Add(new SourceSlice(whole, hash.Value, file));
            }
        }

        return files.ToImmutable();
    }

    /// <summary>Returns slices of all files that differ from all others.</summary>
    public static ImmutableArray<SourceSlice> CutUnknownFiles(WholeCompilation whole)
    {
        var files = ImmutableArray.CreateBuilder<SourceSlice>();
        for (var file = 0; file < whole.Outlines.Length; file++)
        {
            files.Add(new SourceSlice(whole, ObjectNumbers.Next(), file));
        }

        return files.ToImmutable();
    }

    private static WholeCompilation CutWhole(Compilation compilation, ImmutableArray<SourceOutline> outlines)
    {
        var hash = StartOf(compilation);
        foreach (var outline in outlines)
        {
            hash.Add(outline.Hash);
        }

        return new WholeCompilation(compilation, outlines, hash.Value);
    }

    private static HashSet<string>? ReadAliases(ImmutableArray<SourceOutline> outlines)
    {
        var aliases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outline in outlines)
        {
            if (outline.IsUnknown)
            {
                return null;
            }

            aliases.UnionWith(outline.GlobalMarkerAliases);
        }

        return aliases;
    }

    // Returns a hash of everything on which a file can depend without mentioning its name.
    private static ulong ReadEnvironment(WholeCompilation whole, OutlineGraph graph, CancellationToken cancellationToken)
    {
        var hash = StartOf(whole.Compilation);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        for (var file = 0; file < whole.Outlines.Length; file++)
        {
            var outline = whole.Outlines[file];
            names.UnionWith(outline.Namespaces);
            names.UnionWith(outline.ClientTypes);
            if (outline.IsEnvironment)
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
