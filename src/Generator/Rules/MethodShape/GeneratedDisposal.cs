using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>
/// Finds task classes that only generated code makes disposable. The source generator of TaskGen cannot see this, so the generated code
/// does not dispose of the instances.
/// </summary>
internal static class GeneratedDisposal
{
    /// <summary>Returns the interface that generated code adds to a class; null if source files make the class disposable.</summary>
    public static INamedTypeSymbol? Find(INamedTypeSymbol type, GeneratedTrees trees)
    {
        INamedTypeSymbol? added = null;
        var isDisposable = false;
        var isAsyncDisposable = false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var implemented in current.Interfaces)
            {
                var isAsync = IsOrExtends(implemented, MetadataNames.Framework.AsyncDisposable);
                if (!isAsync && !IsOrExtends(implemented, MetadataNames.Framework.Disposable))
                {
                    continue;
                }

                if (IsAdded(current, implemented, trees))
                {
                    added = isAsync ? implemented : added ?? implemented;
                }
                else
                {
                    isDisposable = true;
                    isAsyncDisposable |= isAsync;
                }
            }
        }

        // A class that is disposable in both ways is disposed of asynchronously.
        return added is not null
            && !isAsyncDisposable
            && (!isDisposable || IsOrExtends(added, MetadataNames.Framework.AsyncDisposable))
            ? added
            : null;
    }

    private static bool IsOrExtends(INamedTypeSymbol type, string name) => type.Is(name) || type.Implements(name);

    // An interface can appear in the list of a source file only by its name.
    private static bool IsAdded(INamedTypeSymbol type, INamedTypeSymbol implemented, GeneratedTrees trees)
    {
        var isGenerated = false;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (trees.Contains(reference.SyntaxTree))
            {
                isGenerated |= Mentions(reference.GetSyntax(), implemented.Name);
            }
            else if (!trees.Declare(implemented) && Mentions(reference.GetSyntax(), implemented.Name))
            {
                return false;
            }
        }

        return isGenerated || trees.Declare(implemented);
    }

    private static bool Mentions(SyntaxNode declaration, string name)
    {
        if (declaration is TypeDeclarationSyntax { BaseList: { } list })
        {
            foreach (var node in list.DescendantNodes())
            {
                if (node is SimpleNameSyntax simple && simple.Identifier.ValueText == name)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
