namespace Broker.Conformance;

/// <summary>The look into scripts sees what it is for, and takes nothing else for it.</summary>
public sealed class ScriptTextTests
{
    [Theory]
    [InlineData("return pending", "pending")]
    [InlineData("local a, b = 1, 2 return a + b + c", "c")]
    [InlineData("stray = 1", "stray")]
    [InlineData("local function f(x) return x + y end", "y")]
    [InlineData("local t = {key = other, [name] = 1}", "name other")]
    [InlineData("later() local function later() end", "later")]
    [InlineData("for i, v in ipairs(list) do redis.call('SET', i, v) end", "list")]
    [InlineData("f{a = b}", "b f")]
    public void A_name_that_nothing_declares_is_found(string lua, string free) =>
        Assert.Equal(free, string.Join(' ', ScriptText.FreeNames(lua)));

    [Theory]
    [InlineData("-- pending\nlocal a = 'pending \\' more' return a")]
    [InlineData("local t = {pending = 1} return t.pending")]
    [InlineData("local t = {a = 1, pending = 2} return t:pending()")]
    [InlineData("for pending = 1, 2 do redis.call('GET', pending) end")]
    [InlineData("local function pending(...) return pending(...) end return pending")]
    [InlineData("#!lua flags=allow-oom\nlocal pending = KEYS[1]\nreturn pending")]
    public void Nothing_else_is_taken_for_one(string lua) => Assert.Empty(ScriptText.FreeNames(lua));
}
