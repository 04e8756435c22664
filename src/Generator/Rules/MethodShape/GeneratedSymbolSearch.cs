using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>Finds the generated type or constant on which a declaration depends.</summary>
internal static class GeneratedSymbolSearch
{
    /// <summary>Finds the first generated symbol in the declaration of a task, and its location.</summary>
    public static (ISymbol Symbol, Location? Location)? Find(TaskMethod task, IMethodSymbol? constructor, GeneratedTrees trees)
    {
        foreach (var (type, location) in MentionedTypes.Of(task.Method, constructor))
        {
            foreach (var named in MentionedTypes.Names(type))
            {
                if (trees.Declare(named.OriginalDefinition))
                {
                    return (named, location);
                }
            }
        }

        return FindInClass(task, trees)
            ?? FindConstant(task.Method, task.Compilation, trees)
            ?? (constructor is null ? null : FindConstant(constructor, task.Compilation, trees))
            ?? FindConstant(task.Method.ContainingType, task.Compilation, trees);
    }

    /// <summary>
    /// Finds the first generated type or constant whose name appears in the attributes or the default values of a declaration.
    /// </summary>
    public static (ISymbol Symbol, Location? Location)? FindConstant(ISymbol declared, Compilation compilation, GeneratedTrees trees)
    {
        foreach (var reference in declared.DeclaringSyntaxReferences)
        {
            if (trees.Contains(reference.SyntaxTree))
            {
                continue;
            }

            var declaration = reference.GetSyntax();
            foreach (var node in declaration.DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax)))
            {
                if (node is SimpleNameSyntax name
                    && IsValue(name, declaration)
                    && FindGenerated(name, compilation, trees) is { } symbol)
                {
                    return (symbol, name.GetLocation());
                }
            }
        }

        return null;
    }

    private static (ISymbol Symbol, Location? Location)? FindInClass(TaskMethod task, GeneratedTrees trees)
    {
        for (var type = task.Method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.BaseType is { } parent)
            {
                foreach (var named in MentionedTypes.Names(parent))
                {
                    if (trees.Declare(named.OriginalDefinition))
                    {
                        return (named, type.Locations[0]);
                    }
                }
            }

            foreach (var implemented in type.Interfaces)
            {
                if (trees.Declare(implemented.OriginalDefinition))
                {
                    return (implemented, type.Locations[0]);
                }
            }

            foreach (var attribute in type.GetAttributes())
            {
                if (attribute is { AttributeClass: { } marker, ApplicationSyntaxReference: { } reference }
                    && !trees.Contains(reference.SyntaxTree)
                    && trees.Declare(marker))
                {
                    return (marker, reference.GetSyntax().GetLocation());
                }
            }
        }

        return null;
    }

    // The members of a class are also inside its declaration, but only its own attributes matter.
    private static bool IsValue(SimpleNameSyntax name, SyntaxNode declaration)
    {
        var isValue = false;
        for (var node = name.Parent; node is not null && node != declaration; node = node.Parent)
        {
            if (node is NameEqualsSyntax or NameColonSyntax or MemberDeclarationSyntax)
            {
                return false;
            }

            isValue |= node is AttributeArgumentSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax };
        }

        return isValue;
    }

    private static ISymbol? FindGenerated(SimpleNameSyntax name, Compilation compilation, GeneratedTrees trees)
    {
        ISymbol? found = null;
        foreach (var symbol in compilation.GetSymbolsWithName(name.Identifier.ValueText, SymbolFilter.TypeAndMember))
        {
            if (symbol is not (INamedTypeSymbol or IFieldSymbol { IsConst: true }))
            {
                continue;
            }

            if (!trees.Declare(symbol))
            {
                return null;
            }

            found = symbol;
        }

        return found;
    }
}
