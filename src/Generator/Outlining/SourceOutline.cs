using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// What of one file can matter to other code's declarations: everything but the bodies, as a hash, and the names by which files depend on
/// each other. An edit of a body gives an equal outline.
/// </summary>
internal sealed class SourceOutline
{
    // By tree, so that a keystroke reads one file. Entries go with their trees; an outline holds text only.
    private static readonly ConditionalWeakTable<SyntaxTree, SourceOutline> Known = new();

    /// <summary>The hash of all that stands outside bodies.</summary>
    public ulong Hash { get; init; }

    /// <summary>Whether the file speaks for all files: with global usings, or with attributes of the assembly.</summary>
    public bool IsEnvironment { get; init; }

    /// <summary>The types it declares, by their simple names.</summary>
    public ImmutableArray<string> DeclaredTypes { get; init; }

    /// <summary>Every name outside bodies; of attributes also the one with the suffix.</summary>
    public ImmutableArray<string> Mentions { get; init; }

    /// <summary>The simple names of attributes on methods.</summary>
    public ImmutableArray<string> MethodAttributes { get; init; }

    /// <summary>Aliases of names that a marker of the library may have.</summary>
    public ImmutableArray<string> MarkerAliases { get; init; }

    /// <summary>The same for global aliases.</summary>
    public ImmutableArray<string> GlobalMarkerAliases { get; init; }

    /// <summary>The namespaces that it has parts of.</summary>
    public ImmutableArray<string> Namespaces { get; init; }

    /// <summary>The types outside other types whose names could be those of generated clients.</summary>
    public ImmutableArray<string> ClientTypes { get; init; }

    /// <summary>Whether the name of an attribute on a method may be that of a marker.</summary>
    /// <param name="globalAliases">The aliases of markers that other files declare for all.</param>
    public bool MayHoldMarkers(HashSet<string> globalAliases)
    {
        foreach (var name in MethodAttributes)
        {
            if (MarkerNames.Contains(name) || MarkerAliases.Contains(name) || globalAliases.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outline of a file, read once for each of its versions.</summary>
    public static SourceOutline Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(tree, out var outline))
        {
            outline = SourceOutlineReader.Read(tree, cancellationToken);

            // Another thread may have been faster; its outline is the same.
            outline = Known.GetValue(tree, _ => outline);
        }

        return outline;
    }
}
