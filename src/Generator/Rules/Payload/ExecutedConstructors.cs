using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// The constructors of one type that run when the serializer creates an object: the one that it calls, and those that this one calls.
/// </summary>
internal sealed class ExecutedConstructors
{
    private readonly List<SyntaxNode> _declarations = [];
    private readonly INamedTypeSymbol _type;

    private ExecutedConstructors(INamedTypeSymbol type)
    {
        _type = type;
    }

    /// <summary>
    /// Gets a value that indicates whether the initializers of members run. For most structs, the serializer calls no constructor.
    /// </summary>
    public bool RunInitializers { get; private init; }

    /// <summary>Gets the parameters of the primary constructor, if it runs; otherwise, null.</summary>
    public ParameterListSyntax? PrimaryParameters
    {
        get
        {
            foreach (var declaration in _declarations)
            {
                if (declaration is TypeDeclarationSyntax { ParameterList: { } parameters })
                {
                    return parameters;
                }
            }

            return null;
        }
    }

    /// <summary>Finds the constructors of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="first">The constructor that is called first; null if none is called.</param>
    public static ExecutedConstructors Of(INamedTypeSymbol type, IMethodSymbol? first)
    {
        var executed = new ExecutedConstructors(type) { RunInitializers = first is not null };
        for (var current = first; current is { DeclaringSyntaxReferences.IsEmpty: false };)
        {
            var declaration = current.DeclaringSyntaxReferences[0].GetSyntax();
            if (executed._declarations.Contains(declaration))
            {
                break;
            }

            executed._declarations.Add(declaration);
            var initializer = (declaration as ConstructorDeclarationSyntax)?.Initializer;
            current = initializer is { RawKind: (int)SyntaxKind.ThisConstructorInitializer } next
                ? Find(type, next.ArgumentList.Arguments.Count, current)
                : null;
        }

        return executed;
    }

    /// <summary>Determines whether a constructor runs.</summary>
    public bool Contains(ConstructorDeclarationSyntax constructor) => _declarations.Contains(constructor);

    /// <summary>Returns the constructor of the base type that runs; null if there is none.</summary>
    public IMethodSymbol? Base()
    {
        if (_type.BaseType is not { } parent || !RunInitializers)
        {
            return null;
        }

        var last = _declarations.Count == 0 ? null : _declarations[_declarations.Count - 1];
        var count = last switch
        {
            ConstructorDeclarationSyntax { Initializer: { } initializer } => initializer.ArgumentList.Arguments.Count,
            TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax primary, ..] } =>
                primary.ArgumentList.Arguments.Count,
            _ => 0,
        };
        return Find(parent, count, except: null);
    }

    // Optional parameters can be omitted. Overloads with the same number of parameters are rare, and are not distinguished.
    private static IMethodSymbol? Find(INamedTypeSymbol type, int arguments, IMethodSymbol? except)
    {
        IMethodSymbol? found = null;
        foreach (var constructor in type.InstanceConstructors)
        {
            if (!SymbolEqualityComparer.Default.Equals(constructor, except)
                && constructor.Parameters.Length >= arguments
                && (constructor.Parameters.Length == arguments || constructor.Parameters[arguments].IsOptional)
                && (found is null || constructor.Parameters.Length < found.Parameters.Length))
            {
                found = constructor;
            }
        }

        return found;
    }
}
