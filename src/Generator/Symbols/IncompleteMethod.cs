using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>
/// Recognizes methods whose declaration does not compile, for example because it is being typed. The compiler reports the error, so the
/// rules report nothing, and no code is generated that would repeat the error.
/// </summary>
internal static class IncompleteMethod
{
    /// <summary>
    /// Whether a name or a type of the method, of its attributes, or of its class is missing or unknown, or whether the method is more
    /// accessible than one of its types.
    /// </summary>
    public static bool Is(TaskMethod task)
    {
        var method = task.Method;
        return method.Name.Length == 0
            || HasUnknownType(method.ReturnType)
            || HasUnknownParameter(method.Parameters)
            || HasUnknownTypeParameter(method.TypeParameters)
            || HasUnknownValue(task.Attribute)
            || HasUnknownAttribute(method)
            || IsUnknownClass(method)
            || IsMoreAccessibleThanItsTypes(method);
    }

    /// <summary>Whether the constructor that generated code calls has a parameter without a name or with an unknown type.</summary>
    private static bool HasUnknownConstructor(IMethodSymbol method) =>
        !method.IsStatic
        && ConstructorChooser.Choose(method.ContainingType) is { } constructor
        && HasUnknownParameter(constructor.Parameters);

    private static bool HasUnknownParameter(ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Name.Length == 0 || (HasUnknownType(parameter.Type) && !MayBeClient(parameter)))
            {
                return true;
            }
        }

        return false;
    }

    // A service can be a client of this assembly, whose type the generator cannot see, because it generates it.
    private static bool MayBeClient(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Error, Arity: 0, Name: var name }
        && name.EndsWith("Client", StringComparison.Ordinal)
        && (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
            || ParameterClassifier.Classify(parameter) != ParameterKind.Payload);

    private static bool HasUnknownType(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } or INamedTypeSymbol { IsUnboundGenericType: true } => true,
        IArrayTypeSymbol array => HasUnknownType(array.ElementType),
        IPointerTypeSymbol pointer => HasUnknownType(pointer.PointedAtType),
        INamedTypeSymbol named => HasUnknownArgument(named),
        _ => false,
    };

    private static bool HasUnknownArgument(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (HasUnknownType(argument))
            {
                return true;
            }
        }

        return type.ContainingType is { } outer && HasUnknownType(outer);
    }

    private static bool HasUnknownTypeParameter(ImmutableArray<ITypeParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Name.Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnknownClass(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.Name.Length == 0 || (type.BaseType is { } parent && HasUnknownType(parent)))
            {
                return true;
            }
        }

        return HasUnknownConstructor(method);
    }

    private static bool HasUnknownAttribute(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { IsGenericType: true } type && HasUnknownType(type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMoreAccessibleThanItsTypes(IMethodSymbol method)
    {
        if (!method.IsSeenInAssembly())
        {
            return false;
        }

        var isPublic = method.IsSeenOutside();
        if (IsHidden(method.ReturnType, isPublic))
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (IsHidden(parameter.Type, isPublic))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(ITypeSymbol type, bool isPublic)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsHidden(array.ElementType, isPublic);
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    if (IsHidden(argument, isPublic))
                    {
                        return true;
                    }
                }

                return isPublic ? !named.IsSeenOutside() : !named.IsSeenInAssembly();
            default:
                return false;
        }
    }

    private static bool HasUnknownValue(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is null)
        {
            return true;
        }

        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Value.Kind == TypedConstantKind.Error)
            {
                return true;
            }
        }

        return false;
    }
}
