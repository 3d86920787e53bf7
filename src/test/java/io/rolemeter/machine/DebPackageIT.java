package io.rolemeter.machine;

final class DebPackageIT extends PackageStory {
    DebPackageIT() {
        super(PackageFormat.DEB);
    }
}
