using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Symbols;

/// <summary>A method with its attribute, while it is looked at.</summary>
/// <param name="method">The method; of a partial one the defining part.</param>
/// <param name="attribute">Its attribute.</param>
/// <param name="compilation">What it is compiled in.</param>
internal readonly struct TaskMethod(IMethodSymbol method, AttributeData attribute, Compilation compilation)
{
    /// <summary>A method that says it is a task. Of a partial one only the defining part: the other one has the same attributes.</summary>
    public static TaskMethod? Find(IMethodSymbol method, Compilation compilation) =>
        method.PartialDefinitionPart is null && method.FindAttribute(MetadataNames.TaskAttribute) is { } attribute
            ? new TaskMethod(method, attribute, compilation)
            : null;

    /// <summary>The method.</summary>
    public IMethodSymbol Method => method;

    /// <summary>Its attribute.</summary>
    public AttributeData Attribute => attribute;

    /// <summary>What it is compiled in.</summary>
    public Compilation Compilation => compilation;

    /// <summary>The method as messages name it: <c>Namespace.Class.Method</c>.</summary>
    public string Declaration => $"{method.ContainingType?.ToDisplayString()}.{method.Name}";

    /// <summary>Where the method is named.</summary>
    public Location? Location => method.Locations.Length > 0 ? method.Locations[0] : null;

    /// <summary>Whether the token of the task is canceled before the task is given up.</summary>
    public bool HasSoftTimeLimit => TaskSettings.SoftTimeLimitSeconds.Read(attribute) > 0;

    /// <summary>Where the attribute gives a value; the method where it does not.</summary>
    public Location? LocationOf(TaskSetting setting)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList: { } list })
        {
            foreach (var candidate in list.Arguments)
            {
                if (candidate.NameEquals?.Name.Identifier.ValueText == setting.Name)
                {
                    return candidate.GetLocation();
                }
            }
        }

        return Location;
    }
}
