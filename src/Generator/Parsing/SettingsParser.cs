using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>The attribute of a task to its <see cref="SettingModel"/>s.</summary>
internal static class SettingsParser
{
    /// <summary>The values that differ from the defaults; retries are read on their own.</summary>
    public static ImmutableArray<SettingModel> Parse(AttributeData attribute)
    {
        var settings = ImmutableArray.CreateBuilder<SettingModel>();
        foreach (var setting in TaskSettings.Repeated)
        {
            if (setting.FindLiteral(attribute) is { } literal)
            {
                settings.Add(new SettingModel(setting.Name, literal));
            }
        }

        return settings.ToImmutable();
    }
}
