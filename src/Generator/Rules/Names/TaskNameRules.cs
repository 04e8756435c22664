using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Names;

/// <summary>The rules for the names of one task.</summary>
internal static class TaskNameRules
{
    /// <summary>Reports a wire name, an alias, a queue name, or a group name that is not valid.</summary>
    public static IEnumerable<RuleViolation> AreValid(TaskMethod task)
    {
        var name = TaskNaming.WireName(task.Method, task.Attribute);
        if (!WireNames.IsValid(name))
        {
            yield return new RuleViolation(
                Descriptors.InvalidName, task.LocationOf(TaskSettings.Name), task.Declaration, "wire", name, WireNames.Characters);
        }

        foreach (var attribute in TaskNaming.AliasAttributes(task.Method))
        {
            if (AttributeReader.ReadText(attribute) is var alias && (alias is null || !WireNames.IsValid(alias)))
            {
                yield return new RuleViolation(
                    Descriptors.InvalidName,
                    attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? task.Location,
                    task.Declaration,
                    "alias",
                    alias ?? "",
                    WireNames.Characters);
            }
        }

        var queue = TaskSettings.Queue.Read(task.Attribute);
        if (!WireNames.IsValid(queue))
        {
            yield return new RuleViolation(
                Descriptors.InvalidName, task.LocationOf(TaskSettings.Queue), task.Declaration, "queue", queue, WireNames.Characters);
        }

        var group = TaskNaming.GroupName(task.Method.ContainingType);
        if (!SyntaxFacts.IsValidIdentifier(group) || HasFormatCharacters(group))
        {
            yield return new RuleViolation(Descriptors.InvalidName, task.Location, task.Declaration, "group", group, "a C# identifier");
        }
    }

    // The compiler removes these characters from names, so the name of the generated client would differ from the declared name.
    private static bool HasFormatCharacters(string name)
    {
        foreach (var character in name)
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Reports a generated extension property that cannot be used, because a member of <c>ITaskClient</c> or of <c>object</c> hides it.
    /// </summary>
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
