using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Outlining;

/// <summary>
/// The parts of a file that declarations in any file can depend on: a hash of everything except the bodies of members, and the names by
/// which files depend on each other. An edit inside a body does not change the hash.
/// </summary>
internal sealed class SourceOutline
{
    // Outlines are stored by syntax tree, so that a keystroke reads one file only. An outline contains text only and does not keep its tree
    // alive, so its entry is removed when the tree is collected.
    private static readonly ConditionalWeakTable<SyntaxTree, SourceOutline> Known = new();

    /// <summary>Gets the hash of everything outside of bodies.</summary>
    public ulong Hash { get; init; }

    /// <summary>Gets a value that indicates whether the file affects all files, with global usings or attributes of the assembly.</summary>
    public bool IsEnvironment { get; init; }

    /// <summary>Gets the simple names of the types that the file declares.</summary>
    public ImmutableArray<string> DeclaredTypes { get; init; }

    /// <summary>Gets all names outside of bodies. For attributes, also the name with the suffix <c>Attribute</c>.</summary>
    public ImmutableArray<string> Mentions { get; init; }

    /// <summary>Gets the simple names of the attributes of methods.</summary>
    public ImmutableArray<string> MethodAttributes { get; init; }

    /// <summary>Gets the using aliases of names that may be task or condition attributes.</summary>
    public ImmutableArray<string> MarkerAliases { get; init; }

    /// <summary>Gets the global using aliases of names that may be task or condition attributes.</summary>
    public ImmutableArray<string> GlobalMarkerAliases { get; init; }

    /// <summary>Gets the namespaces that the file declares.</summary>
    public ImmutableArray<string> Namespaces { get; init; }

    /// <summary>Gets the types that are not nested and whose names could be names of generated clients.</summary>
    public ImmutableArray<string> ClientTypes { get; init; }

    /// <summary>Returns whether an attribute of a method may mark a task or a condition.</summary>
    /// <param name="globalAliases">The global using aliases of such attributes in all files.</param>
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

    /// <summary>Returns the outline of a file. Each version of a file is read once.</summary>
    public static SourceOutline Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(tree, out var outline))
        {
            outline = SourceOutlineReader.Read(tree, cancellationToken);

            // If another thread has added an outline in the meantime, it is equal to this one.
            outline = Known.GetValue(tree, _ => outline);
        }

        return outline;
    }
}
