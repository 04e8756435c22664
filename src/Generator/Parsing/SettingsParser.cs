using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>Creates the <see cref="SettingModel"/> instances of a task from its attribute.</summary>
internal static class SettingsParser
{
    /// <summary>Returns the values that differ from the defaults, without the retry settings.</summary>
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
