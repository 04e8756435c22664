using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Sensitivity;

/// <summary>
/// The rules for the <c>[Sensitive]</c> attribute: it must have an effect, and the <c>ToString</c> method of a record must not print a
/// sensitive member.
/// </summary>
internal static class SensitiveRules
{
    private const string PrintMembers = "PrintMembers";

    /// <summary>Reports each <c>[Sensitive]</c> attribute in a task method declaration that has no effect.</summary>
    public static IEnumerable<RuleViolation> CheckMethod(TaskMethod task)
    {
        foreach (var parameter in task.Method.Parameters)
        {
            if (ParameterClassifier.Classify(parameter) != ParameterKind.Payload
                && parameter.FindAttribute(MetadataNames.SensitiveAttribute) is { } attribute)
            {
                yield return new RuleViolation(
                    Descriptors.SensitiveWithoutEffect,
                    LocationOf(attribute) ?? parameter.Locations[0],
                    task.Declaration,
                    $"parameter '{parameter.Name}'",
                    "the worker provides its value, which is never serialized");
            }
        }

        if (ReturnReader.ResultType(task.Method) is null)
        {
            foreach (var attribute in task.Method.GetReturnTypeAttributes())
            {
                if (attribute.AttributeClass.Is(MetadataNames.SensitiveAttribute))
                {
                    yield return new RuleViolation(
                        Descriptors.SensitiveWithoutEffect,
                        LocationOf(attribute) ?? task.Location,
                        task.Declaration,
                        "the result",
                        "the task does not return a result");
                }
            }
        }
    }

    /// <summary>Finds the first sensitive member that the <c>ToString</c> method of a record prints; null if it prints none.</summary>
    public static ISymbol? FindPrinted(INamedTypeSymbol type)
    {
        if (!type.IsRecord || WritesItself(type))
        {
            return null;
        }

        foreach (var member in PrintedMembers(type))
        {
            if (SensitivityReader.IsSensitive(member))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Returns the members that the compiler-generated <c>ToString</c> method of a record prints, in order.</summary>
    public static IEnumerable<ISymbol> PrintedMembers(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
                and (IFieldSymbol or IPropertySymbol { IsIndexer: false, IsOverride: false, GetMethod: not null }))
            {
                yield return member;
            }
        }
    }

    private static bool WritesItself(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers(PrintMembers))
        {
            if (!member.IsImplicitlyDeclared)
            {
                return true;
            }
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(nameof(ToString)))
            {
                if (member is IMethodSymbol { IsImplicitlyDeclared: false, Parameters.IsEmpty: true }
                    && (SymbolEqualityComparer.Default.Equals(current, type) || (member.IsSealed && current.IsRecord)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Location? LocationOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : null;
}
