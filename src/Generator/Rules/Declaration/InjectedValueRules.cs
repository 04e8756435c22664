using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>
/// The rules for values that a parameter cannot receive: caller information, and values that are requested from the services.
/// </summary>
internal static class InjectedValueRules
{
    private static readonly string[] CallerAttributes =
    [
        MetadataNames.Framework.CallerMemberNameAttribute, MetadataNames.Framework.CallerFilePathAttribute,
        MetadataNames.Framework.CallerLineNumberAttribute, MetadataNames.Framework.CallerArgumentExpressionAttribute,
    ];

    /// <summary>Checks the parameters of a task method.</summary>
    public static IEnumerable<RuleViolation> CheckMethod(TaskMethod task) =>
        Check(task, task.Method.Parameters, ParameterClassifier.Classify);

    /// <summary>Checks the parameters of the constructor that generated code calls.</summary>
    /// <param name="task">The task of the class that messages name.</param>
    public static IEnumerable<RuleViolation> CheckConstructor(TaskMethod task) =>
        ConstructorChooser.Choose(task.Method.ContainingType) is { } constructor
            ? Check(task, constructor.Parameters, ParameterClassifier.ClassifyInjected)
            : [];

    private static IEnumerable<RuleViolation> Check(
        TaskMethod task, ImmutableArray<IParameterSymbol> parameters, Func<IParameterSymbol, ParameterKind> classify)
    {
        foreach (var parameter in parameters)
        {
            var kind = classify(parameter);
            if (FindCallerAttribute(parameter) is { } attribute)
            {
                yield return CallerViolation(task, parameter, attribute, kind == ParameterKind.Payload);
            }
            else if (kind == ParameterKind.RequiredService
                && ValueTypes.Contain(parameter.Type)
                && parameter.FindAttribute(MetadataNames.Framework.FromKeyedServicesAttribute) is null)
            {
                yield return ServiceViolation(task, parameter);
            }
        }
    }

    private static RuleViolation CallerViolation(
        TaskMethod task, IParameterSymbol parameter, AttributeData attribute, bool isPayload) => new(
        Descriptors.CallerInformation,
        attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : task.Location,
        task.Declaration,
        parameter.Name,
        attribute.AttributeClass!.Name.Replace("Attribute", ""),
        IsOfConstructor(parameter) ? "creates an instance of the class" : "calls the method",
        isPayload ? "Remove the attribute, and pass the value in each dispatch" : "Remove the attribute");

    private static RuleViolation ServiceViolation(TaskMethod task, IParameterSymbol parameter) => new(
        Descriptors.ValueAsService,
        parameter.Locations[0],
        task.Declaration,
        $"{(IsOfConstructor(parameter) ? "constructor " : "")}parameter '{parameter.Name}'",
        parameter.Type.ToDisplayString(),
        IsOfConstructor(parameter)
            ? "Use a parameter of a class that contains the value, such as IOptions<T>, or add a default value"
            : "Use a parameter of a class that contains the value, or remove [FromServices] to pass the value in each dispatch");

    private static bool IsOfConstructor(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static AttributeData? FindCallerAttribute(IParameterSymbol parameter)
    {
        // Caller information replaces the default value of a parameter.
        if (parameter.HasExplicitDefaultValue)
        {
            foreach (var name in CallerAttributes)
            {
                if (parameter.FindAttribute(name) is { } attribute)
                {
                    return attribute;
                }
            }
        }

        return null;
    }
}
