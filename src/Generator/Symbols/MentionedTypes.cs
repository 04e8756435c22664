using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Finds the types that the generated code of a task or a condition names.</summary>
internal static class MentionedTypes
{
    /// <summary>Returns the types that the declaration of a method mentions, each with its source location.</summary>
    /// <param name="method">The method.</param>
    /// <param name="constructor">The constructor that generated code calls; null if there is none.</param>
    public static IEnumerable<(ITypeSymbol Type, Location? Location)> Of(IMethodSymbol method, IMethodSymbol? constructor)
    {
        foreach (var mentioned in OfParameters(method.Parameters))
        {
            yield return mentioned;
        }

        yield return (method.ReturnType, LocationOf(method));
        if (constructor is not null)
        {
            foreach (var mentioned in OfParameters(constructor.Parameters))
            {
                yield return mentioned;
            }
        }

        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(MetadataNames.RetryOnAttribute) || attribute.AttributeClass.Is(MetadataNames.GiveUpOnAttribute))
            {
                yield return (attribute.AttributeClass!.TypeArguments[0], LocationOf(attribute));
            }
        }
    }

    /// <summary>
    /// Returns the types that the service keys of parameters mention: the argument of <c>typeof</c>, or the type of a constant.
    /// </summary>
    public static IEnumerable<(ITypeSymbol Type, Location? Location)> OfKeys(ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.FindAttribute(MetadataNames.Framework.FromKeyedServicesAttribute) is
                { ConstructorArguments: [{ Kind: not TypedConstantKind.Error } key, ..] } attribute
                && (key.Kind == TypedConstantKind.Type ? key.Value as ITypeSymbol : key.Type) is { } type)
            {
                yield return (type, LocationOf(attribute));
            }
        }
    }

    /// <summary>Returns the named types that the full name of a type contains, such as type arguments and element types.</summary>
    public static IEnumerable<INamedTypeSymbol> Names(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                foreach (var name in Names(array.ElementType))
                {
                    yield return name;
                }

                break;
            case INamedTypeSymbol { TypeKind: not TypeKind.Error } named:
                yield return named;
                for (var outer = named; outer is not null; outer = outer.ContainingType)
                {
                    foreach (var argument in outer.TypeArguments)
                    {
                        foreach (var name in Names(argument))
                        {
                            yield return name;
                        }
                    }
                }

                break;
        }
    }

    private static IEnumerable<(ITypeSymbol Type, Location? Location)> OfParameters(ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            yield return (parameter.Type, LocationOf(parameter));
        }

        foreach (var key in OfKeys(parameters))
        {
            yield return key;
        }
    }

    private static Location? LocationOf(ISymbol symbol) => symbol.Locations.Length > 0 ? symbol.Locations[0] : null;

    private static Location? LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation();
}
