using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Determines where the value of a parameter comes from.</summary>
internal static class ParameterClassifier
{
    /// <summary>Classifies a parameter of a task method.</summary>
    public static ParameterKind Classify(IParameterSymbol parameter)
    {
        if (ClassifyType(parameter.Type) is { } kind)
        {
            return kind;
        }

        return IsService(parameter) ? ServiceKind(parameter) : ParameterKind.Payload;
    }

    /// <summary>Classifies a parameter of a constructor. Such a parameter cannot be part of the payload.</summary>
    public static ParameterKind ClassifyInjected(IParameterSymbol parameter)
    {
        if (ClassifyType(parameter.Type) is { } kind)
        {
            return kind;
        }

        // If a value type is not registered as a service, the parameter would be zero instead of its declared default value. The compiler
        // reads a nullable client, which is not generated yet, as a nullable value type.
        return parameter is { Type.IsValueType: true, HasExplicitDefaultValue: true }
            && parameter.Type.FindUndeclared() is null
            && parameter.FindAttribute(MetadataNames.Framework.FromKeyedServicesAttribute) is null
            ? ParameterKind.Constant
            : ServiceKind(parameter);
    }

    private static ParameterKind? ClassifyType(ITypeSymbol type) => type switch
    {
        _ when type.Is(MetadataNames.Framework.CancellationToken) => ParameterKind.CancellationToken,
        _ when type.Is(MetadataNames.TaskContext) => ParameterKind.Context,
        _ when type.Is(MetadataNames.TaskProgress) => ParameterKind.Progress,
        _ when type.Is(MetadataNames.DetailedTaskProgress) => ParameterKind.DetailedProgress,
        _ => null,
    };

    private static bool IsService(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass.Is(MetadataNames.FromServicesAttribute)
                || attribute.AttributeClass.Is(MetadataNames.Framework.AspNetFromServicesAttribute)
                || attribute.AttributeClass.Is(MetadataNames.Framework.FromKeyedServicesAttribute))
            {
                return true;
            }
        }

        return false;
    }

    private static ParameterKind ServiceKind(IParameterSymbol parameter) =>
        parameter.NullableAnnotation == NullableAnnotation.Annotated
        || (parameter.Type.IsReferenceType && parameter.HasExplicitDefaultValue)
            ? ParameterKind.OptionalService
            : ParameterKind.RequiredService;
}
