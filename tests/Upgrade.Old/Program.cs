using Shop;
using Upgrade.Common;

return await UpgradeProgram.RunAsync(args, new OldVersion());
