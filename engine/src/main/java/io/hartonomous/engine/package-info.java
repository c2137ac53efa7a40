/// The embedded engine as a whole: its state folder, its start in this process or in one of its
/// own, its end.
///
/// It joins `tds`, `pg` and a session side that comes as [EngineSessions]; only here do they meet.
package io.hartonomous.engine;
