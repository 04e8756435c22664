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
    private static readonly string[] AttributesWithValues =
    [
        MetadataNames.TaskAliasAttribute, MetadataNames.RetryOnAttribute, MetadataNames.GiveUpOnAttribute,
    ];

    /// <summary>
    /// Whether a name, a type, or a value of the method, of its attributes, or of its class is missing, unknown, or refused by the
    /// compiler, or whether the method is more accessible than one of its types.
    /// </summary>
    public static bool Is(TaskMethod task)
    {
        var method = task.Method;
        return method.Name.Length == 0
            || ConflictingDeclaration.HasTwin(method)
            || method.ReturnType.IsStatic
            || IncompleteTypes.HasUnknownPart(method.ReturnType)
            || HasUnknownParameter(method, task.Compilation)
            || HasUnknownTypeParameter(method.TypeParameters)
            || IncompleteValues.HasUnknownArgument(task.Attribute)
            || HasUnknownAttribute(method)
            || IsUnknownClass(method)
            || HasUnknownConstructor(task)
            || IsMoreAccessibleThanItsTypes(method);
    }

    /// <summary>Whether the constructor that generated code calls has a parameter without a name or with an unknown type.</summary>
    private static bool HasUnknownConstructor(TaskMethod task) =>
        ConstructorChooser.ChooseFor(task) is { } constructor
        && (HasUnknownParameter(constructor, task.Compilation) || IsMoreAccessibleThanItsTypes(constructor));

    private static bool HasUnknownParameter(IMethodSymbol method, Compilation compilation)
    {
        if (ConflictingDeclaration.HasSameNames(method.Parameters))
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name.Length == 0
                || RefusedTypes.IsNoValue(parameter.Type)
                || RefusedTypes.IsNoCollection(parameter)
                || IncompleteTypes.HasUnknownPart(parameter.Type, exceptClients: IsInjected(parameter))
                || IncompleteValues.HasUnknownDefault(parameter, compilation)
                || IncompleteValues.HasUnknownArgument(parameter.GetAttributes(), MetadataNames.Framework.FromKeyedServicesAttribute))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInjected(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        || ParameterClassifier.Classify(parameter) is ParameterKind.RequiredService or ParameterKind.OptionalService;

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
            if (type.Name.Length == 0 || HasUnknownBase(type))
            {
                return true;
            }
        }

        for (var space = method.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name.Length == 0)
            {
                return true;
            }
        }

        return method.ContainingType is { } declaring
            && IncompleteValues.HasUnknownArgument(declaring.GetAttributes(), MetadataNames.TaskGroupAttribute);
    }

    // An unknown base class, of the class or of one of its base classes, can implement IDisposable or can have required members.
    private static bool HasUnknownBase(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (IncompleteTypes.HasUnknownPart(parent))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasUnknownAttribute(IMethodSymbol method)
    {
        var attributes = method.GetAttributes();
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { IsGenericType: true } type && IncompleteTypes.HasUnknownPart(type))
            {
                return true;
            }
        }

        foreach (var name in AttributesWithValues)
        {
            if (IncompleteValues.HasUnknownArgument(attributes, name))
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
        if (IncompleteTypes.IsHidden(method.ReturnType, isPublic))
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (IncompleteTypes.IsHidden(parameter.Type, isPublic))
            {
                return true;
            }
        }

        return false;
    }
}
