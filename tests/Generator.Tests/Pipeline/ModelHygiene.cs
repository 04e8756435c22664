using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Generator.Tests.Pipeline;

/// <summary>
/// Walks everything that can be reached from a value and finds what must not be kept: by assignability, so that no derived type slips
/// through.
/// </summary>
internal static class ModelHygiene
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation), typeof(SemanticModel),
        typeof(Location), typeof(AttributeData), typeof(SourceText), typeof(Delegate),
    ];

    /// <summary>The paths that lead to something forbidden.</summary>
    public static List<string> Find(object? value)
    {
        var problems = new List<string>();
        Walk(value, value?.GetType().Name ?? "", problems, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return problems;
    }

    private static void Walk(object? value, string path, List<string> problems, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum
            || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        if (Array.Find(Forbidden, type => type.IsInstanceOfType(value)) is { } forbidden)
        {
            problems.Add($"{path} is a {forbidden.Name}");
            return;
        }

        if (value is IEnumerable items && value is Array)
        {
            foreach (var item in items)
            {
                Walk(item, path + "[]", problems, seen);
            }

            return;
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Fields))
            {
                Walk(field.GetValue(value), $"{path}.{field.Name}", problems, seen);
            }
        }
    }
}
