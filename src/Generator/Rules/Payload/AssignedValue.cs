using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Classifies a value that an initializer or a constructor assigns to a member.</summary>
internal static class AssignedValue
{
    // The members whose value differs each time, with the type or property that contains them.
    private static readonly HashSet<string> FreshMembers = new(StringComparer.Ordinal)
    {
        "Guid.NewGuid", "Guid.CreateVersion7", "Ulid.NewUlid", "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now",
        "DateTimeOffset.UtcNow", "Stopwatch.GetTimestamp", "Stopwatch.StartNew", "Environment.TickCount", "Environment.TickCount64",
        "Path.GetRandomFileName", "Path.GetTempFileName", "Shared.Next", "Shared.NextInt64", "Shared.NextDouble", "System.GetUtcNow",
        "System.GetLocalNow", "ObjectId.GenerateNewId", "RandomNumberGenerator.GetInt32", "RandomNumberGenerator.GetBytes",
        "RandomNumberGenerator.GetHexString",
    };

    /// <summary>Classifies a value.</summary>
    /// <param name="value">The value; null if the member is changed without an assigned value, as by an increment.</param>
    /// <param name="parameters">The parameters of the constructor; null if there are none.</param>
    public static StateOrigins Classify(ExpressionSyntax? value, ParameterListSyntax? parameters)
    {
        if (value is null)
        {
            return StateOrigins.Constant;
        }

        foreach (var node in value.DescendantNodesAndSelf())
        {
            if (node is MemberAccessExpressionSyntax access && FreshMembers.Contains(NameOf(access)))
            {
                return StateOrigins.Fresh;
            }
        }

        if (parameters is not null)
        {
            foreach (var parameter in parameters.Parameters)
            {
                if (StateCode.Mentions(value, parameter.Identifier.ValueText))
                {
                    return StateOrigins.Parameter;
                }
            }
        }

        return value is BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ArrayCreationExpressionSyntax
            or ImplicitArrayCreationExpressionSyntax
            ? StateOrigins.Created
            : StateOrigins.Constant;
    }

    private static string NameOf(MemberAccessExpressionSyntax access)
    {
        var container = access.Expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            MemberAccessExpressionSyntax nested => nested.Name.Identifier.ValueText,
            _ => "",
        };
        return $"{container}.{access.Name.Identifier.ValueText}";
    }
}
