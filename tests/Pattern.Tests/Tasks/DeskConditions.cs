using System.Text.Json;
using TaskGen;

namespace Pattern.Tests;

/// <summary>What rules of the tests ask for by name.</summary>
public static class DeskConditions
{
    [Condition("patterns.is_day_off")]
    public static bool IsDayOff(JsonElement data, JsonElement parameters) =>
        data.GetProperty("day").GetString() == parameters.GetProperty("off").GetString();
}
