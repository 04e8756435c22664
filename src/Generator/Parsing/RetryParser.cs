using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>Creates the <see cref="RetryModel"/> of a task from its attributes.</summary>
internal static class RetryParser
{
    private static readonly TaskSetting[] Settings =
    [
        TaskSettings.Retry, TaskSettings.RetryBaseDelaySeconds, TaskSettings.RetryMaxDelaySeconds,
    ];

    /// <summary>Returns how failed attempts are retried; null if no attribute changes the defaults.</summary>
    public static RetryModel? Parse(IMethodSymbol method, AttributeData attribute)
    {
        var covered = new List<ITypeSymbol>();
        var giveUpOn = ReadExceptions(method, MetadataNames.GiveUpOnAttribute, covered, out _);
        var retryOn = ReadExceptions(method, MetadataNames.RetryOnAttribute, covered, out var hasRetryOn);
        if (Array.TrueForAll(Settings, setting => setting.FindLiteral(attribute) is null) && giveUpOn.IsEmpty && !hasRetryOn)
        {
            return null;
        }

        var isExhaustive = covered.Exists(static type => type.Is("System.Exception"));
        return new RetryModel(
            TaskSettings.Retry.ReadLiteral(attribute),
            TaskSettings.RetryBaseDelaySeconds.ReadLiteral(attribute),
            TaskSettings.RetryMaxDelaySeconds.ReadLiteral(attribute),
            giveUpOn,
            retryOn,
            Otherwise: !hasRetryOn,
            isExhaustive);
    }

    // An exception type that an earlier type covers is omitted, because its switch arm would not compile.
    private static ImmutableArray<string> ReadExceptions(
        IMethodSymbol method, string attributeName, List<ITypeSymbol> covered, out bool any)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        any = false;
        foreach (var type in AttributeReader.ExceptionTypes(method, attributeName))
        {
            any = true;
            if (!covered.Exists(type.IsOrDerivesFrom))
            {
                covered.Add(type);
                names.Add(TypeReader.NameOf(type));
            }
        }

        return names.ToImmutable();
    }
}
