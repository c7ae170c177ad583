using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A mark on a block that learners can put on their card.</summary>
/// <param name="Id">A stable id; the device remembers the block under it.</param>
/// <param name="Title">Its heading on the card.</param>
internal sealed record Keep(Located<string> Id, Located<string> Title);
