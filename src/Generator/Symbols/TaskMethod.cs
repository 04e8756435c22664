using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Symbols;

/// <summary>Represents a task or condition method with its attribute, while the method is analyzed.</summary>
/// <param name="method">The method. For a partial method, this is the defining part.</param>
/// <param name="attribute">The attribute that marks the method as a task or a condition.</param>
/// <param name="compilation">The compilation that contains the method.</param>
internal readonly struct TaskMethod(IMethodSymbol method, AttributeData attribute, Compilation compilation)
{
    /// <summary>
    /// Returns an instance if a method has the <c>[Task]</c> attribute; otherwise, null. For a partial method, null is also returned for
    /// the implementing part, because both parts have the same attributes.
    /// </summary>
    public static TaskMethod? Find(IMethodSymbol method, Compilation compilation) =>
        method.PartialDefinitionPart is null && method.FindAttribute(MetadataNames.TaskAttribute) is { } attribute
            ? new TaskMethod(method, attribute, compilation)
            : null;

    /// <summary>Gets the method.</summary>
    public IMethodSymbol Method => method;

    /// <summary>Gets the attribute that marks the method as a task or a condition.</summary>
    public AttributeData Attribute => attribute;

    /// <summary>Gets the compilation that contains the method.</summary>
    public Compilation Compilation => compilation;

    /// <summary>Gets the name of the method for messages, in the form <c>Namespace.Class.Method</c>.</summary>
    public string Declaration => $"{method.ContainingType?.ToDisplayString()}.{method.Name}";

    /// <summary>Gets the source location of the method name.</summary>
    public Location? Location => method.Locations.Length > 0 ? method.Locations[0] : null;

    /// <summary>Gets a value that indicates whether the task has a soft time limit, at which its cancellation token is canceled.</summary>
    public bool HasSoftTimeLimit => TaskSettings.SoftTimeLimitSeconds.Read(attribute) > 0;

    /// <summary>
    /// Returns the location where the attribute sets a property, or the location of the method if the attribute does not set the property.
    /// </summary>
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
