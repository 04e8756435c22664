using Microsoft.CodeAnalysis.Diagnostics;

namespace TaskGen.Generator.Analyzers;

/// <summary>Reads the project properties that the build passes to analyzers.</summary>
internal static class BuildSettings
{
    private static readonly string[] WithoutReflection = ["PublishAot", "PublishTrimmed", "IsAotCompatible", "IsTrimmable"];

    /// <summary>Determines whether the JSON serializer cannot use reflection at run time.</summary>
    public static bool HasNoReflection(AnalyzerConfigOptions options)
    {
        if (Read(options, "JsonSerializerIsReflectionEnabledByDefault") is { } isEnabled)
        {
            return !isEnabled;
        }

        foreach (var property in WithoutReflection)
        {
            if (Read(options, property) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static bool? Read(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var text) && bool.TryParse(text, out var value) ? value : null;
}
