using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>Typed reads of attribute arguments.</summary>
internal static class AttributeReader
{
    /// <summary>A named argument, or what holds where it is left out.</summary>
    public static T Read<T>(AttributeData attribute, string name, T missing)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Error, Value: T value })
            {
                return value;
            }
        }

        return missing;
    }

    /// <summary>Whether a named argument is there.</summary>
    public static bool IsGiven(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first positional argument where it is a string.</summary>
    public static string? ReadText(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Kind: not TypedConstantKind.Error, Value: string text }, ..] } ? text : null;

    /// <summary>What the task's attribute says otherwise than its defaults; retries are read on their own.</summary>
    public static ImmutableArray<SettingModel> ReadSettings(AttributeData attribute)
    {
        var settings = ImmutableArray.CreateBuilder<SettingModel>();
        if (Read(attribute, "Queue", "default") is var queue && queue != "default")
        {
            settings.Add(new SettingModel("Queue", Literals.Of(queue)));
        }

        if (Read(attribute, "Priority", 1) is var priority && priority != 1)
        {
            settings.Add(new SettingModel("Priority", $"global::TaskGen.TaskPriority.{(priority == 0 ? "Low" : "High")}"));
        }

        AddFlag("Idempotent");
        AddWhole("IdempotencyTtlSeconds", 86_400);
        AddSeconds("SoftTimeLimitSeconds", 0);
        AddSeconds("TimeLimitSeconds", 0);
        AddSeconds("ExpiresSeconds", 0);
        AddWhole("ResultTtlSeconds", 86_400);
        AddFlag("IgnoreResult");
        AddSeconds("ProgressIntervalSeconds", 0.1);
        return settings.ToImmutable();

        void AddFlag(string name)
        {
            if (Read(attribute, name, false))
            {
                settings.Add(new SettingModel(name, "true"));
            }
        }

        void AddWhole(string name, int usual)
        {
            if (Read(attribute, name, usual) is var value && value != usual)
            {
                settings.Add(new SettingModel(name, Literals.Of(value)));
            }
        }

        void AddSeconds(string name, double usual)
        {
            if (Read(attribute, name, usual) is var value && value != usual)
            {
                settings.Add(new SettingModel(name, Literals.Of(value)));
            }
        }
    }

    /// <summary>How failed attempts are repeated; null where all of it is as usual.</summary>
    public static RetryModel? ReadRetry(IMethodSymbol method, AttributeData attribute)
    {
        var covered = new List<ITypeSymbol>();
        var giveUpOn = ReadExceptions(method, MetadataNames.GiveUpOnAttribute, covered, out _);
        var retryOn = ReadExceptions(method, MetadataNames.RetryOnAttribute, covered, out var hasRetryOn);
        var retries = Read(attribute, "Retry", 0);
        var baseDelay = Read(attribute, "RetryBaseDelaySeconds", 1D);
        var maxDelay = Read(attribute, "RetryMaxDelaySeconds", 60D);
        if (retries == 0 && baseDelay == 1D && maxDelay == 60D && giveUpOn.IsEmpty && !hasRetryOn)
        {
            return null;
        }

        var isExhaustive = covered.Exists(static type => type.Is("System.Exception"));
        return new RetryModel(Literals.Of(retries), Literals.Of(baseDelay), Literals.Of(maxDelay), giveUpOn, retryOn, Otherwise: !hasRetryOn, isExhaustive);
    }

    /// <summary>The exception types that attributes of one kind name.</summary>
    public static IEnumerable<ITypeSymbol> ExceptionTypes(IMethodSymbol method, string attributeName)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(attributeName))
            {
                yield return attribute.AttributeClass!.TypeArguments[0];
            }
        }
    }

    // An arm that an earlier one covers does not compile.
    private static ImmutableArray<string> ReadExceptions(IMethodSymbol method, string attributeName, List<ITypeSymbol> covered, out bool any)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        any = false;
        foreach (var type in ExceptionTypes(method, attributeName))
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
