namespace Upgrade.Common;

/// <summary>What a producer is asked for.</summary>
public static class Kinds
{
    /// <summary>Stands between several.</summary>
    public const char And = '+';

    /// <summary>A task for each change that a contract allows.</summary>
    public const string Changes = "changes";

    /// <summary>A task that fails on one of the versions until the other one has it.</summary>
    public const string Tries = "tries";

    /// <summary>The same, renamed in the new version.</summary>
    public const string RenamedTries = "renamed-tries";

    /// <summary>A chain whose second link fails on one of the versions.</summary>
    public const string Chains = "chains";

    /// <summary>A chord of three such chains, whose last task was renamed.</summary>
    public const string Chords = "chords";

    /// <summary>A task whose result has one member more in the new version.</summary>
    public const string Receipts = "receipts";

    /// <summary>An idempotent task that was renamed.</summary>
    public const string Equal = "equal";

    /// <summary>An idempotent task with text of several scripts, and a chain of two of them.</summary>
    public const string Texts = "texts";

    /// <summary>Text of several scripts, with what JSON must escape and what it can.</summary>
    public static string TextOf(int number) => $"中文 日本\u3000語 😀 Łódź <b> \"{number}\"\n";
}
