using TaskGen.CompilerServices;

namespace TaskGen.Tests;

/// <summary>The tasks that the patterns document dispatches by name.</summary>
internal static class RuleProfiles
{
    internal readonly struct HighPriority : IRuleProfile<string>
    {
        public static string Name => "high_priority_processing";

        public static PayloadParameter<string> Parameter { get; } = new("priority_level", PayloadValue.String);
    }

    internal readonly struct DataQuality : IRuleProfile<bool>
    {
        public static string Name => "validate_data_quality";

        public static PayloadParameter<bool> Parameter { get; } = new("strict_mode", PayloadValue.Boolean, false);
    }
}
