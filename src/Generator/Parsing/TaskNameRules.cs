using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.Generator.Parsing;

/// <summary>What names may be.</summary>
internal static class TaskNameRules
{
    /// <summary>What a name on the wire may hold, for messages.</summary>
    public const string WireCharacters = "1 to 200 characters out of A-Z, a-z, 0-9, '.', '_' and '-'";

    /// <summary>Whether wire name, aliases, queue and group are valid.</summary>
    public static IEnumerable<RuleViolation> AreValid(TaskMethod task)
    {
        var name = TaskNaming.WireName(task.Method, task.Attribute);
        if (!TaskNaming.IsWireName(name))
        {
            yield return new RuleViolation(Descriptors.InvalidName, task.LocationOf("Name"), task.Declaration, "wire", name, WireCharacters);
        }

        foreach (var attribute in TaskNaming.AliasAttributes(task.Method))
        {
            if (AttributeReader.ReadText(attribute) is var alias && (alias is null || !TaskNaming.IsWireName(alias)))
            {
                yield return new RuleViolation(
                    Descriptors.InvalidName, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? task.Location, task.Declaration, "alias", alias ?? "", WireCharacters);
            }
        }

        var queue = AttributeReader.Read(task.Attribute, "Queue", "default");
        if (!TaskNaming.IsWireName(queue))
        {
            yield return new RuleViolation(Descriptors.InvalidName, task.LocationOf("Queue"), task.Declaration, "queue", queue, WireCharacters);
        }

        var group = TaskNaming.GroupName(task.Method.ContainingType);
        if (!SyntaxFacts.IsValidIdentifier(group))
        {
            yield return new RuleViolation(Descriptors.InvalidName, task.Location, task.Declaration, "group", group, "a C# identifier");
        }
    }

    /// <summary>Whether no other type has the name of the client; a partial one is meant to extend it.</summary>
    public static IEnumerable<RuleViolation> ClientIsFree(TaskMethod task)
    {
        var name = TaskNaming.GroupName(task.Method.ContainingType) + "Client";
        foreach (var type in task.Method.ContainingType.ContainingNamespace.GetTypeMembers(name, 0))
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is MemberDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    yield return new RuleViolation(Descriptors.ClashingGeneratedNames, task.Location, task.Declaration, name, type.ToDisplayString());
                    yield break;
                }
            }
        }
    }

    /// <summary>Whether the generated property can be reached: a member of the interface or of every object wins over an extension.</summary>
    public static IEnumerable<RuleViolation> GroupIsNotHidden(TaskMethod task)
    {
        var group = TaskNaming.GroupName(task.Method.ContainingType);
        var client = task.Compilation.GetTypeByMetadataName(MetadataNames.TaskClient);
        if (client?.GetMembers(group).Length > 0 || task.Compilation.ObjectType.GetMembers(group).Length > 0)
        {
            yield return new RuleViolation(Descriptors.HiddenByClientMember, task.Location, task.Declaration, group);
        }
    }
}
